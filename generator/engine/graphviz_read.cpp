// SPDX-License-Identifier: MIT
#include "engine/graphviz_read.hpp"

#include "base/text.hpp"
#include "engine/dot_attributes.hpp"
#include "engine/dot_scanner.hpp"

#include <cgraph.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

namespace pmsite {
namespace {

/// Numbers the objects of one graph in the order in which the text names them: even numbers for names, odd
/// ones for objects without a name.
struct ObjectIds {
  std::unordered_map<std::string, IDTYPE> by_name;
  std::unordered_map<IDTYPE, const char*> names;
  IDTYPE last = 0;
  int edges = 0;

  IDTYPE next(IDTYPE parity) { return 2 * ++last + parity; }
};

void* open_ids(Agraph_t*, Agdisc_t*) { return new ObjectIds; }

void close_ids(void* state) { delete static_cast<ObjectIds*>(state); }

/// A few lines can ask for a billion edges ({a b c} -> {d e f}); those above the limit get no id and are not
/// made.
bool may_make(ObjectIds& ids, int kind) { return kind != AGEDGE || ++ids.edges <= kMostDotEdges + 1; }

long map_id(void* state, int kind, char* name, IDTYPE* id, int create) {
  auto& ids = *static_cast<ObjectIds*>(state);
  if (name == nullptr) {
    if (!may_make(ids, kind)) return 0;
    *id = ids.next(1);
    return 1;
  }
  auto found = ids.by_name.find(name);
  if (found == ids.by_name.end()) {
    if (create == 0 || !may_make(ids, kind)) return 0;
    found = ids.by_name.emplace(name, ids.next(0)).first;
    ids.names.emplace(found->second, found->first.c_str());
  }
  *id = found->second;
  return 1;
}

long reserve_id(void*, int, IDTYPE) { return 1; }

void free_id(void*, int, IDTYPE) {}

char* name_of_id(void* state, int, IDTYPE id) {
  const auto& names = static_cast<ObjectIds*>(state)->names;
  const auto found = names.find(id);
  return found == names.end() ? nullptr : const_cast<char*>(found->second);
}

void register_id(void*, int, void*) {}

Agiddisc_t id_discipline{open_ids, map_id, reserve_id, free_id, name_of_id, close_ids, register_id};

/// Hands the text to Graphviz line by line, so that the line at which it stops is known. Its own count leaves
/// out line ends inside strings and believes `#line` comments.
struct LineFeed {
  std::string_view rest;
  int line = 0;
  bool at_line_start = true;
};

int read_line(void* channel, char* buffer, int size) {
  auto& feed = *static_cast<LineFeed*>(channel);
  const auto line_end = feed.rest.find('\n');
  const auto line_length = line_end == std::string_view::npos ? feed.rest.size() : line_end + 1;
  const auto length = std::min(line_length, static_cast<std::size_t>(size));
  if (length == 0) return 0;
  if (feed.at_line_start) ++feed.line;
  feed.at_line_start = feed.rest[length - 1] == '\n';
  std::memcpy(buffer, feed.rest.data(), length);
  feed.rest.remove_prefix(length);
  return static_cast<int>(length);
}

int discard_text(void*, const char*) { return 0; }

int discard_flush(void*) { return 0; }

Agiodisc_t io_discipline{read_line, discard_text, discard_flush};

/// The words of "Error: <stdin>: syntax error in line 3 near 'x'" that an author needs.
DotFault syntax_fault(int line, std::string_view messages, bool is_directed) {
  DotFault fault{DotFaultKind::syntax, std::max(line, 1), "syntax error"};
  if (messages.find("memory exhausted") != std::string_view::npos) {
    fault.message = "the text is nested too deeply, or a chain of edges is too long";
    return fault;
  }
  // What stands before may be the author's: a `# 1 "name"` line gives the text a name.
  const std::string_view before = "near '";
  const auto near = messages.rfind(before);
  if (near == std::string_view::npos) return fault;
  auto word = messages.substr(near + before.size());
  word = word.substr(0, word.rfind('\''));
  fault.message = fmt::format("syntax error near `{}`", quotation(word));
  if (word == "->" && !is_directed) fault.message += "; `->` needs `digraph`, `graph` takes `--`";
  if (word == "--" && is_directed) fault.message += "; `--` needs `graph`, `digraph` takes `->`";
  if (word == "-") fault.message += "; a name with a hyphen must stand in quotes";
  return fault;
}

/// Whether the text begins as a digraph does.
bool begins_directed(const DotScan& scan) {
  for (const auto& token : scan.tokens) {
    if (to_lower(token.value) == "digraph") return true;
    if (to_lower(token.value) != "strict") return false;
  }
  return false;
}

/// Checks of what Graphviz has read. Lines come from the scan; what it did not see is reported at line 1.
class ReadingCheck {
 public:
  ReadingCheck(Agraph_t* graph, const DotScan& scan) : graph_(graph), scan_(scan) {}

  std::vector<DotFault> run() {
    for (const auto& token : scan_.tokens)
      if (token.kind == DotTokenKind::html)
        add({DotFaultKind::attribute, token.line,
             "HTML-like text (<...>) is not allowed; write it in quotes"});
    for (const auto& assignment : dot_assignments(scan_.tokens)) check(assignment);
    check_names();
    for (Agnode_t* node = agfstnode(graph_); node != nullptr; node = agnxtnode(graph_, node)) {
      check_values(AGNODE, node);
      for (Agedge_t* edge = agfstout(graph_, node); edge != nullptr; edge = agnxtout(graph_, edge))
        check_values(AGEDGE, edge);
    }
    check_graphs(graph_, 0);
    std::stable_sort(faults_.begin(), faults_.end(),
                     [](const DotFault& a, const DotFault& b) { return a.line < b.line; });
    if (faults_.size() > kMostDotFaults) faults_.resize(kMostDotFaults);
    return std::move(faults_);
  }

 private:
  void add(DotFault fault) {
    messages_.insert(fault.message);
    faults_.push_back(std::move(fault));
  }

  void check(const DotAssignment& assignment) {
    if (auto fault = check_attribute(assignment)) add(std::move(*fault));
  }

  /// What Graphviz says is set counts, whatever the scan made of the text.
  void check_again(const DotAssignment& assignment) {
    auto fault = check_attribute(assignment);
    if (fault && !messages_.contains(fault->message)) add(std::move(*fault));
  }

  void check_names() {
    for (const int kind : {AGRAPH, AGNODE, AGEDGE})
      for (Agsym_t* each = agnxtattr(graph_, kind, nullptr); each != nullptr;
           each = agnxtattr(graph_, kind, each))
        check_again({each->name, "", 1});
    for (Agnode_t* node = agfstnode(graph_); node != nullptr; node = agnxtnode(graph_, node))
      if (std::strlen(agnameof(node)) > kLongestText)
        add({DotFaultKind::limit, line_of_token(agnameof(node)),
             fmt::format("a node name has more than {} bytes", kLongestText)});
  }

  void check_values(int kind, void* object) {
    for (Agsym_t* each = agnxtattr(graph_, kind, nullptr); each != nullptr;
         each = agnxtattr(graph_, kind, each))
      check_again({each->name, agxget(object, each), 1});
  }

  void check_graphs(Agraph_t* graph, int clusters) {
    check_values(AGRAPH, graph);
    if (const char* const name = agnameof(graph); name != nullptr && std::strlen(name) > kLongestText)
      add({DotFaultKind::limit, line_of_token(name),
           fmt::format("the name of a graph has more than {} bytes", kLongestText)});
    if (is_cluster(graph) && ++clusters == kDeepestClusters + 1)
      add({DotFaultKind::limit, line_of_token(agnameof(graph)),
           fmt::format("clusters are nested more than {} deep", kDeepestClusters)});
    for (Agraph_t* part = agfstsubg(graph); part != nullptr; part = agnxtsubg(part))
      check_graphs(part, clusters);
  }

  int line_of_token(std::string_view value) const {
    for (const auto& token : scan_.tokens)
      if (token.value == value) return token.line;
    return 1;
  }

  Agraph_t* graph_;
  const DotScan& scan_;
  std::vector<DotFault> faults_;
  std::set<std::string> messages_;
};

std::vector<DotFault> size_faults(Agraph_t* graph) {
  std::vector<DotFault> faults;
  const auto check = [&faults](int count, int most, std::string_view things) {
    if (count <= most) return;
    faults.push_back({DotFaultKind::limit, 1,
                      fmt::format("more than {} {}; a reader cannot take in so many", most, things)});
  };
  check(agnnodes(graph), kMostDotNodes, "nodes");
  check(agnedges(graph), kMostDotEdges, "edges");
  return faults;
}

}  // namespace

GraphvizMessages::GraphvizMessages() : stream_(open_memstream(&bytes_, &size_)), stderr_before_(stderr) {
  // glibc lets programs set its standard streams; a pipe on descriptor 2 could fill up and block.
  if (stream_ != nullptr) stderr = stream_;
}

GraphvizMessages::~GraphvizMessages() {
  stderr = stderr_before_;
  if (stream_ != nullptr) std::fclose(stream_);
  std::free(bytes_);
}

std::string GraphvizMessages::text() {
  if (stream_ == nullptr) return {};
  std::fflush(stream_);
  return {bytes_, size_};
}

bool is_cluster(Agraph_s* graph) {
  return graph != agroot(graph) && to_lower(agnameof(graph)).starts_with("cluster");
}

DotReading read_dot(std::string_view dot) {
  if (dot.size() > kLargestDot)
    return {nullptr,
            {{DotFaultKind::limit, 1,
              fmt::format("{} bytes; a diagram has at most {}", dot.size(), kLargestDot)}}};
  DotScan scan = scan_dot(dot);
  if (scan.fault) return {nullptr, {std::move(*scan.fault)}};
  GraphvizMessages messages;
  LineFeed feed{dot};
  Agdisc_t disciplines{&AgMemDisc, &id_discipline, &io_discipline};
  agreseterrors();
  Agraph_t* const graph = agread(&feed, &disciplines);
  // After "memory exhausted" there is a graph all the same, but only the first part of it.
  if (graph == nullptr || agerrors() > 0)
    return {nullptr, {syntax_fault(feed.line, messages.text(), begins_directed(scan))}};
  if (auto faults = size_faults(graph); !faults.empty()) return {nullptr, std::move(faults)};
  return {graph, ReadingCheck(graph, scan).run()};
}

}  // namespace pmsite
