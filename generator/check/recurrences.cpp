// SPDX-License-Identifier: MIT
#include "check/recurrences.hpp"

#include "base/text.hpp"
#include "base/time.hpp"
#include "model/blast_radius.hpp"

#include <algorithm>
#include <cassert>
#include <chrono>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace pmsite {
namespace {

/// Joins the parts of a key; none of them holds the separator, since sources have no controls.
std::string key_of(std::initializer_list<std::string_view> parts) {
  std::string key;
  for (const auto part : parts) (key += part) += '\x1f';
  return key;
}

std::set<std::string_view> failed_components(const Postmortem& post) {
  std::set<std::string_view> components;
  for (const auto& entry : post.timeline)
    for (const auto& change : entry.states)
      if (is_failure(change.state)) components.insert(change.component);
  return components;
}

/// A drill repeats itself on purpose; an invented story is only ever like another one.
bool is_comparable(const Postmortem& post) {
  const auto& category = post.root_cause.category;
  return post.kind != IncidentKind::drill && category && *category != CauseCategory::unknown;
}

/// Everything that two incidents may share to be alike; posts that share one of these keys are.
std::vector<std::string> place_keys(const Postmortem& post) {
  const std::string common = key_of({word(*post.root_cause.category), to_lower(post.organization),
                                     post.kind == IncidentKind::fictional ? "fictional" : "real"});
  std::vector<std::string> keys;
  for (const auto& service : post.services)
    if (const auto slug = slugify(service.value); !slug.empty())
      keys.push_back(common + key_of({"service", slug}));
  if (post.architecture)
    for (const auto component : failed_components(post))
      keys.push_back(common + key_of({"component", post.architecture->value, component}));
  return keys;
}

bool was_open(const ActionItem& action, Date day) {
  if (action.type != ActionType::prevent) return false;
  // What was dropped was decided, and when a tick without a date was set nobody knows.
  if (action.state == ActionState::open) return true;
  return action.state == ActionState::done && action.done && *action.done > day;
}

/// The first day on which all prevention was done.
std::chrono::sys_days unkept_until(const Postmortem& post) {
  auto until = std::chrono::sys_days::min();
  for (const auto& action : post.actions) {
    if (action.type != ActionType::prevent) continue;
    if (action.state == ActionState::open) return std::chrono::sys_days::max();
    if (action.state == ActionState::done && action.done)
      until = std::max(until, std::chrono::sys_days(*action.done));
  }
  return until;
}

bool is_same_cause(Relation relation) {
  return relation == Relation::recurrence_of || relation == Relation::same_cause;
}

/// Compares the posts of a site. Posts go by their rank, which counts them from the earliest start, so that
/// lists of ranks are in order of time.
class Finder {
 public:
  explicit Finder(const std::vector<Postmortem>& posts) {
    for (const auto& post : posts)
      if (post.started_at && post.status != PostStatus::draft) posts_.push_back(&post);
    std::stable_sort(posts_.begin(), posts_.end(),
                     [](const Postmortem* a, const Postmortem* b) { return start_of(*a) < start_of(*b); });
    mark_.resize(posts_.size());
    for (const auto* post : posts_) unkept_until_.push_back(unkept_until(*post));
    add_links();
    for (Rank post = 0; post < posts_.size(); ++post) add_places(post);
  }

  /// Calls `take(post, recurrence)` for each post that may have any.
  template <class Take> void run(const Take& take) {
    Rank behind_earlier = 0;  // posts that began at the same moment are not earlier
    for (Rank post = 0; post < posts_.size(); ++post) {
      if (start_of(*posts_[behind_earlier]) < start_of(*posts_[post])) behind_earlier = post;
      take(*posts_[post], find(post, behind_earlier));
    }
  }

 private:
  using Rank = std::uint32_t;
  static constexpr Rank kNone = std::numeric_limits<Rank>::max();

  static UtcTime start_of(const Postmortem& post) { return post.started_at->value.utc; }

  void add_links() {
    std::unordered_map<std::string_view, Rank> by_slug;
    for (Rank post = 0; post < posts_.size(); ++post) by_slug.emplace(posts_[post]->slug, post);
    for (const auto* post : posts_) {
      first_link_.push_back(links_.size());
      for (const auto& related : post->related)
        if (const auto target = by_slug.find(related.slug.value); target != by_slug.end())
          links_.push_back({target->second, is_same_cause(related.relation)});
    }
    first_link_.push_back(links_.size());
  }

  void add_places(Rank post) {
    places_of_.emplace_back();
    if (!is_comparable(*posts_[post])) return;
    for (auto& key : place_keys(*posts_[post])) {
      const auto [place, is_new] = by_key_.emplace(std::move(key), places_.size());
      if (is_new) places_.emplace_back();
      auto& members = places_[place->second];
      if (!members.empty() && members.back() == post) continue;  // one service by two names
      members.push_back(post);
      places_of_.back().push_back(place->second);
    }
  }

  Recurrence find(Rank post, Rank behind_earlier) {
    const std::chrono::sys_days day{local_date(posts_[post]->started_at->value)};
    Rank unnamed = kNone, unkept = kNone;
    const auto keep_latest = [](Rank& latest, Rank other) {
      if (latest == kNone || other > latest) latest = other;
    };
    Recurrence result;
    const bool reached_all = follow(post, true);
    for (const Rank other : reached_)
      if (other < behind_earlier && unkept_until_[other] > day) keep_latest(unkept, other);
    if (!reached_all) follow(post, false);
    for (const auto place : places_of_[post]) {
      for (const Rank other : places_[place]) {
        if (other >= behind_earlier) break;
        if (std::exchange(mark_[other], round_) == round_) continue;
        ++result.unnamed_count;
        keep_latest(unnamed, other);
        if (unkept_until_[other] > day) keep_latest(unkept, other);
      }
    }
    if (unnamed != kNone) result.unnamed = posts_[unnamed];
    if (unkept != kNone) result.unkept = posts_[unkept];
    return result;
  }

  /// Reaches the posts that `from` names, those that they name, and so on, and marks them with a new round.
  /// Whether these are all, with no link left aside.
  bool follow(Rank from, bool only_same_cause) {
    bool is_all = true;
    ++round_;
    reached_.assign(1, from);
    for (std::size_t next = 0; next < reached_.size(); ++next) {
      const Rank post = reached_[next];
      for (auto link = first_link_[post]; link < first_link_[post + 1]; ++link) {
        const bool is_followed = links_[link].is_same_cause || !only_same_cause;
        is_all = is_all && is_followed;
        if (is_followed && std::exchange(mark_[links_[link].target], round_) != round_)
          reached_.push_back(links_[link].target);
      }
    }
    return is_all;
  }

  struct Link {
    Rank target;
    bool is_same_cause;
  };

  std::vector<const Postmortem*> posts_;
  std::vector<std::chrono::sys_days> unkept_until_;
  std::vector<Link> links_;              ///< of all posts, one after the other
  std::vector<std::size_t> first_link_;  ///< of each post, and the end
  std::unordered_map<std::string, std::size_t> by_key_;
  std::vector<std::vector<Rank>> places_;            ///< the posts of each
  std::vector<std::vector<std::size_t>> places_of_;  ///< of each post, into places_
  std::vector<Rank> mark_;                           ///< the last round that came by
  Rank round_ = 0;
  std::vector<Rank> reached_;
};

}  // namespace

std::string shared_place(const Postmortem& a, const Postmortem& b) {
  std::set<std::string> others;
  for (const auto& other : b.services) others.insert(slugify(other.value));
  for (const auto& one : a.services)
    if (others.contains(slugify(one.value))) return one.value;
  if (!a.architecture || !b.architecture || a.architecture->value != b.architecture->value) return {};
  const auto failed = failed_components(b);
  for (const auto component : failed_components(a))
    if (failed.contains(component)) return std::string(component);
  return {};
}

const ActionItem* unkept_action(const Postmortem& earlier, const Postmortem& later) {
  if (!later.started_at) return nullptr;
  const Date day = local_date(later.started_at->value);
  const auto found = std::find_if(earlier.actions.begin(), earlier.actions.end(),
                                  [day](const ActionItem& action) { return was_open(action, day); });
  return found == earlier.actions.end() ? nullptr : &*found;
}

Recurrences::Recurrences(const Content& content)
    : posts_(content.posts.data()), found_(content.posts.size()) {
  Finder(content.posts).run([this](const Postmortem& post, const Recurrence& recurrence) {
    found_[static_cast<std::size_t>(&post - posts_)] = recurrence;
  });
}

const Recurrence& Recurrences::of(const Postmortem& post) const {
  const auto index = static_cast<std::size_t>(&post - posts_);
  assert(index < found_.size() && "a post of the content that was compared");
  return found_[index];
}

}  // namespace pmsite
