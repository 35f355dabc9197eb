// SPDX-License-Identifier: MIT
#pragma once

#include <png.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace pmsite {

/// A PNG file as libpng reads it again; without pixels where it is none.
struct ReadPng {
  int width = 0, height = 0;
  std::vector<std::uint8_t> bytes;  ///< red, green, blue of each pixel

  std::array<int, 3> at(int x, int y) const {
    const auto place =
        (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 3;
    return {bytes[place], bytes[place + 1], bytes[place + 2]};
  }
};

inline ReadPng read_png(const std::string& file) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_memory(&image, file.data(), file.size()) == 0) return {};
  image.format = PNG_FORMAT_RGB;
  ReadPng read{static_cast<int>(image.width), static_cast<int>(image.height), {}};
  read.bytes.resize(PNG_IMAGE_SIZE(image));
  if (png_image_finish_read(&image, nullptr, read.bytes.data(), 0, nullptr) == 0) return {};
  return read;
}

/// The names of the chunks of a PNG file, in order.
inline std::vector<std::string> png_chunks(const std::string& file) {
  std::vector<std::string> names;
  for (std::size_t at = 8; at + 8 <= file.size();) {
    std::size_t size = 0;
    for (std::size_t i = 0; i < 4; ++i) size = size << 8 | static_cast<unsigned char>(file[at + i]);
    names.push_back(file.substr(at + 4, 4));
    at += size + 12;
  }
  return names;
}

}  // namespace pmsite
