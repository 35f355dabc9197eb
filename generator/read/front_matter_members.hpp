// SPDX-License-Identifier: MIT
#pragma once

#include "read/front_matter_fields.hpp"

#include <span>

namespace pmsite {

// The keys of the front matter that hold keys themselves: what these are, and how they are read.

std::span<const Key> impact_keys();
std::span<const Key> root_cause_keys();
std::span<const Key> misleading_paths_keys();
std::span<const Key> reviewers_keys();
std::span<const Key> related_keys();
std::span<const Key> sources_keys();
std::span<const Key> corrections_keys();

void read_impact(const FieldReader& fields, const yaml::Entry& entry, Postmortem& post);
void read_root_cause(const FieldReader& fields, const yaml::Entry& entry, Postmortem& post);
void read_misleading_paths(const FieldReader& fields, const yaml::Entry& entry, Postmortem& post);
void read_reviewers(const FieldReader& fields, const yaml::Entry& entry, Postmortem& post);
void read_related(const FieldReader& fields, const yaml::Entry& entry, Postmortem& post);
void read_sources(const FieldReader& fields, const yaml::Entry& entry, Postmortem& post);
void read_corrections(const FieldReader& fields, const yaml::Entry& entry, Postmortem& post);

}  // namespace pmsite
