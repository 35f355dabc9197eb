// SPDX-License-Identifier: MIT
#include "engine/build_identity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <elf.h>
#include <link.h>
#include <string_view>
#include <vector>

namespace pmsite {
namespace {

/// The parts of a note are padded to four bytes. Source: the ELF specification, "Note Section".
constexpr std::size_t padded(std::size_t size) { return (size + 3) / 4 * 4; }

std::string hexadecimal(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) text += fmt::format("{:02x}", static_cast<unsigned char>(c));
  return text;
}

/// The build id among the notes; empty if there is none.
std::string build_id_in(std::string_view notes) {
  while (notes.size() >= sizeof(ElfW(Nhdr))) {
    ElfW(Nhdr) header;
    std::memcpy(&header, notes.data(), sizeof header);
    const std::size_t name_at = sizeof header, value_at = name_at + padded(header.n_namesz);
    if (value_at + header.n_descsz > notes.size()) return {};
    const bool is_of_gnu = notes.substr(name_at, header.n_namesz) == std::string_view("GNU", 4);
    if (is_of_gnu && header.n_type == NT_GNU_BUILD_ID)
      return hexadecimal(notes.substr(value_at, header.n_descsz));
    notes.remove_prefix(std::min(value_at + padded(header.n_descsz), notes.size()));
  }
  return {};
}

int collect(dl_phdr_info* object, std::size_t, void* data) {
  auto& ids = *static_cast<std::vector<std::string>*>(data);
  // The kernel's own part changes with the kernel and computes nothing for us.
  if (std::string_view(object->dlpi_name).starts_with("linux-vdso")) return 0;
  std::string id;
  for (std::size_t i = 0; i < object->dlpi_phnum && id.empty(); ++i) {
    const auto& part = object->dlpi_phdr[i];
    if (part.p_type == PT_NOTE)
      id = build_id_in({reinterpret_cast<const char*>(object->dlpi_addr + part.p_vaddr), part.p_memsz});
  }
  ids.push_back(std::move(id));
  return 0;
}

}  // namespace

std::string build_identity() {
  std::vector<std::string> ids;
  dl_iterate_phdr(collect, &ids);
  std::sort(ids.begin(), ids.end());
  std::string identity;
  for (const auto& id : ids) {
    if (id.empty()) return {};
    identity += id + "\n";
  }
  return identity;
}

}  // namespace pmsite
