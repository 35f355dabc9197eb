// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace pmsite {

/// What a picture measures before a page scales it, in CSS pixels.
struct ImageSize {
  int width = 0;
  int height = 0;

  friend bool operator==(const ImageSize&, const ImageSize&) = default;
};

/// No side of a picture is longer: what says so is an attack or a mistake. It is also all that JPEG can say.
inline constexpr int kLongestImageSide = 65'535;

/// How many of the first bytes of a file with this name suffice to find its size; 0 where the name is not
/// that of a picture. JPEG and SVG may hold any number of bytes before it; of theirs these are enough but for
/// freaks.
std::size_t image_head_bytes(std::string_view file_name);

/// The size of a PNG, JPEG, GIF, WebP or SVG as it is shown: a JPEG whose EXIF data turns it on its side has
/// its sides swapped. `head` holds the first bytes of the file, or all; longer ones give the same answer.
/// None for other formats, for bytes that end early or contradict their format, for sides of 0 or above
/// kLongestImageSide, and for an SVG that measures itself by a font. Sources: PNG (W3C) 5.6 and
/// 11.2.2; ITU-T T.81 annex B; CIPA DC-008 (EXIF) 4.6; GIF89a 18; RFC 9649 (WebP) 2.5 to 2.7; SVG 2, 8.2.
std::optional<ImageSize> image_size(std::string_view head);

}  // namespace pmsite
