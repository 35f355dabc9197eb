// SPDX-License-Identifier: MIT
#include "base/image_size.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <string>
#include <system_error>
#include <utility>

namespace pmsite {
namespace {

using Size = std::optional<ImageSize>;

enum class Order { big_endian, little_endian };

/// The number in `count` bytes from `at`, or 0 where the bytes end before: no size and no length is 0, and of
/// a length no more is believed than there are bytes.
std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t count, Order order) {
  if (at > bytes.size() || bytes.size() - at < count) return 0;
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t from = order == Order::big_endian ? at + i : at + count - 1 - i;
    value = value << 8 | static_cast<unsigned char>(bytes[from]);
  }
  return value;
}

std::uint32_t big(std::string_view bytes, std::size_t at, std::size_t count) {
  return number(bytes, at, count, Order::big_endian);
}

std::uint32_t little(std::string_view bytes, std::size_t at, std::size_t count) {
  return number(bytes, at, count, Order::little_endian);
}

Size sane(std::uint32_t width, std::uint32_t height) {
  const auto is_side = [](std::uint32_t side) { return side > 0 && side <= kLongestImageSide; };
  if (!is_side(width) || !is_side(height)) return std::nullopt;
  return ImageSize{static_cast<int>(width), static_cast<int>(height)};
}

constexpr std::string_view kPngStart("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR", 16);

Size png_size(std::string_view head) { return sane(big(head, 16, 4), big(head, 20, 4)); }

Size gif_size(std::string_view head) { return sane(little(head, 6, 2), little(head, 8, 2)); }

Size webp_size(std::string_view head) {
  constexpr std::string_view kKeyFrame = "\x9D\x01\x2A";
  constexpr std::uint32_t kLossless = 0x2F;
  if (head.size() < 25 || head.substr(8, 4) != "WEBP") return std::nullopt;
  const auto kind = head.substr(12, 4), data = head.substr(20);
  if (kind == "VP8L" && little(data, 0, 1) == kLossless) {
    const std::uint32_t bits = little(data, 1, 4);
    return sane((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);
  }
  if (data.size() < 10) return std::nullopt;
  if (kind == "VP8X") return sane(little(data, 4, 3) + 1, little(data, 7, 3) + 1);
  if (kind == "VP8 " && data.substr(3, 3) == kKeyFrame)
    return sane(little(data, 6, 2) & 0x3FFF, little(data, 8, 2) & 0x3FFF);
  return std::nullopt;
}

// -- JPEG

/// EXIF's number for how a picture is turned, 1 to 8, from a TIFF file; 0 where it does not say.
std::uint32_t orientation(std::string_view tiff) {
  constexpr std::uint32_t kOrientation = 0x0112, kShort = 3;
  constexpr std::size_t kEntryBytes = 12;
  const bool is_big = tiff.starts_with(std::string_view("MM\0*", 4));
  if (!is_big && !tiff.starts_with(std::string_view("II*\0", 4))) return 0;
  const Order order = is_big ? Order::big_endian : Order::little_endian;
  const std::size_t directory = number(tiff, 4, 4, order);
  if (directory > tiff.size()) return 0;
  const std::string_view entries = tiff.substr(directory);
  const std::size_t count = std::min<std::size_t>(number(entries, 0, 2, order), entries.size() / kEntryBytes);
  for (std::size_t at = 2; at < 2 + count * kEntryBytes; at += kEntryBytes) {
    if (number(entries, at, 2, order) != kOrientation) continue;
    const std::uint32_t value = number(entries, at + 8, 2, order);
    return number(entries, at + 2, 2, order) == kShort && value <= 8 ? value : 0;
  }
  return 0;
}

bool has_length(std::uint32_t marker) { return marker != 0x01 && !(marker >= 0xD0 && marker <= 0xD7); }

/// Whether the segment begins a frame; among these numbers are those of three tables.
bool begins_frame(std::uint32_t marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

Size jpeg_size(std::string_view head) {
  constexpr std::uint32_t kApplication1 = 0xE1, kEndOfImage = 0xD9, kStartOfScan = 0xDA;
  constexpr std::string_view kExif("Exif\0\0", 6);
  std::uint32_t turned = 0;
  for (std::size_t at = 2; big(head, at, 1) == 0xFF;) {
    const std::uint32_t marker = big(head, at + 1, 1);
    if (marker == 0xFF) ++at;  // one more byte that fills up
    if (marker == 0xFF) continue;
    if (marker == 0 || marker == kEndOfImage || marker == kStartOfScan) return std::nullopt;
    at += 2;
    if (!has_length(marker)) continue;
    const std::size_t length = big(head, at, 2);
    if (length < 2) return std::nullopt;
    const std::string_view data = head.substr(at, length).substr(2);
    if (begins_frame(marker)) {
      const Size size = length < 8 ? std::nullopt : sane(big(data, 3, 2), big(data, 1, 2));
      return size && turned >= 5 ? ImageSize{size->height, size->width} : size;
    }
    const bool is_exif = marker == kApplication1 && data.starts_with(kExif);
    if (is_exif && turned == 0) turned = orientation(data.substr(kExif.size()));
    at += length;
  }
  return std::nullopt;
}

// -- SVG

void skip_space(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
}

/// Goes on behind the next `end`; to the end of the text where there is none.
void skip_behind(std::string_view& text, std::string_view end) {
  const auto at = text.find(end);
  text.remove_prefix(at == std::string_view::npos ? text.size() : at + end.size());
}

/// Goes on behind a document type, which may hold declarations in brackets.
void skip_document_type(std::string_view& text) {
  bool in_brackets = false;
  while (!text.empty()) {
    const char c = text.front();
    if (text.starts_with("<!--")) {
      skip_behind(text, "-->");
      continue;
    }
    text.remove_prefix(1);
    if (c == '"' || c == '\'') skip_behind(text, std::string_view(&c, 1));
    if (c == '[' || c == ']') in_brackets = c == '[';
    if (c == '>' && !in_brackets) return;
  }
}

/// What stands behind "<svg" where this is the root of the document; empty where it is not.
std::string_view behind_root_name(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  for (skip_space(text); !text.empty(); skip_space(text)) {
    if (text.starts_with("<?")) {
      skip_behind(text, "?>");
    } else if (text.starts_with("<!--")) {
      skip_behind(text, "-->");
    } else if (text.starts_with("<!DOCTYPE")) {
      skip_document_type(text);
    } else {
      const auto name = text.substr(0, std::min(text.find_first_of(" \t\r\n/>"), text.size()));
      if (name != "<svg" && name != "<svg:svg") return {};
      return text.substr(name.size());
    }
  }
  return {};
}

/// The attributes of the root that tell its size.
struct RootAttributes {
  std::string_view width, height, view_box;
};

/// Reads the attributes up to the end of their tag; none where they are cut off or not well-formed.
std::optional<RootAttributes> root_attributes(std::string_view text) {
  RootAttributes found;
  for (;;) {
    skip_space(text);
    if (text.starts_with('>') || text.starts_with("/>")) return found;
    const std::string_view name = text.substr(0, std::min(text.find_first_of(" \t\r\n=<>/\"'"), text.size()));
    text.remove_prefix(name.size());
    skip_space(text);
    if (name.empty() || !text.starts_with('=')) return std::nullopt;
    text.remove_prefix(1);
    skip_space(text);
    if (!text.starts_with('"') && !text.starts_with('\'')) return std::nullopt;
    const auto end = text.find(text.front(), 1);
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view value = text.substr(1, end - 1);
    text.remove_prefix(end + 1);
    if (name == "width") found.width = value;
    if (name == "height") found.height = value;
    if (name == "viewBox") found.view_box = value;
  }
}

/// Takes a number that is not negative from the front of the text.
std::optional<double> take_number(std::string_view& text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  if (text.empty() || !(is_digit(text.front()) || text.front() == '.')) return std::nullopt;
  double value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

struct Length {
  bool is_given = false;  ///< otherwise it follows from the viewBox or from the page
  double pixels = 0;
};

/// CSS pixels in one of each unit that does not depend on a font or a page (CSS Values 4, 6.2). Graphviz
/// writes points.
double pixels_in(std::string_view unit) {
  constexpr std::array<std::pair<std::string_view, double>, 8> kUnits = {{{"", 1.0},
                                                                          {"px", 1.0},
                                                                          {"pt", 96.0 / 72},
                                                                          {"pc", 16.0},
                                                                          {"in", 96.0},
                                                                          {"cm", 96.0 / 2.54},
                                                                          {"mm", 96.0 / 25.4},
                                                                          {"q", 96.0 / 101.6}}};
  for (const auto& [name, pixels] : kUnits)
    if (equal_ignoring_case(unit, name)) return pixels;
  return 0;
}

/// None for lengths that depend on a font: such a picture would be shown in another size than its author
/// wants.
std::optional<Length> length_of(std::string_view written) {
  skip_space(written);
  if (written.empty() || written.starts_with("auto")) return Length{};
  const auto value = take_number(written);
  if (written.starts_with('%')) return Length{};
  const double unit = pixels_in(written.substr(0, written.find_last_not_of(" \t\r\n") + 1));
  if (!value || unit == 0) return std::nullopt;
  return Length{true, *value * unit};
}

/// Width and height of a viewBox, its third and fourth number; 0 where there are none.
std::pair<double, double> extent_of(std::string_view view_box) {
  std::array<double, 4> numbers{};
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    view_box.remove_prefix(std::min(view_box.find_first_not_of(" \t\r\n,"), view_box.size()));
    if (i < 2 && view_box.starts_with('-')) view_box.remove_prefix(1);  // where it begins does not matter
    const auto value = take_number(view_box);
    if (!value) return {};
    numbers[i] = *value;
  }
  return {numbers[2], numbers[3]};
}

Size svg_size(std::string_view head) {
  const auto attributes = root_attributes(behind_root_name(head));
  if (!attributes) return std::nullopt;
  const auto width = length_of(attributes->width), height = length_of(attributes->height);
  if (!width || !height) return std::nullopt;
  double across = width->pixels, down = height->pixels;
  if (!width->is_given || !height->is_given) {
    const auto [box_width, box_height] = extent_of(attributes->view_box);
    if (!(box_width > 0 && box_height > 0)) return std::nullopt;
    const double scale = width->is_given ? across / box_width : height->is_given ? down / box_height : 1.0;
    across = box_width * scale;
    down = box_height * scale;
  }
  const auto is_side = [](double side) { return side >= 0.5 && side <= kLongestImageSide; };
  if (!is_side(across) || !is_side(down)) return std::nullopt;
  return ImageSize{static_cast<int>(std::lround(across)), static_cast<int>(std::lround(down))};
}

}  // namespace

std::size_t image_head_bytes(std::string_view file_name) {
  // The first need 30 bytes at most. A photo has a preview of up to 64 KiB and a colour profile before its
  // size.
  constexpr std::size_t kFixed = 64, kWithSegments = std::size_t{256} * 1024;
  constexpr std::array<std::pair<std::string_view, std::size_t>, 6> kEndings = {{{".gif", kFixed},
                                                                                 {".jpeg", kWithSegments},
                                                                                 {".jpg", kWithSegments},
                                                                                 {".png", kFixed},
                                                                                 {".svg", kWithSegments},
                                                                                 {".webp", kFixed}}};
  const auto dot = file_name.rfind('.');
  if (dot == std::string_view::npos) return 0;
  for (const auto& [ending, bytes] : kEndings)
    if (equal_ignoring_case(file_name.substr(dot), ending)) return bytes;
  return 0;
}

std::optional<ImageSize> image_size(std::string_view head) {
  if (head.starts_with(kPngStart)) return png_size(head);
  if (head.starts_with("\xFF\xD8\xFF")) return jpeg_size(head);
  if (head.starts_with("GIF87a") || head.starts_with("GIF89a")) return gif_size(head);
  if (head.starts_with("RIFF")) return webp_size(head);
  return svg_size(head);
}

}  // namespace pmsite
