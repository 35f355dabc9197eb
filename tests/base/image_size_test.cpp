// SPDX-License-Identifier: MIT
#include "base/image_size.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace pmsite {
namespace {

using namespace std::string_literals;

std::string big(std::uint32_t value, int count) {
  std::string bytes;
  while (count-- > 0) bytes += static_cast<char>(value >> (8 * count) & 0xFF);
  return bytes;
}

std::string little(std::uint32_t value, int count) {
  const std::string bytes = big(value, count);
  return {bytes.rbegin(), bytes.rend()};
}

/// "640x480", or "none".
std::string told(std::string_view head) {
  const auto size = image_size(head);
  return size ? std::to_string(size->width) + "x" + std::to_string(size->height) : "none";
}

std::string png(std::uint32_t width, std::uint32_t height) {
  return "\x89PNG\r\n\x1A\n"s + big(13, 4) + "IHDR" + big(width, 4) + big(height, 4) + "\x08\x06\0\0\0"s;
}

std::string gif(std::uint32_t width, std::uint32_t height) {
  return "GIF89a" + little(width, 2) + little(height, 2) + "\x80\0\0"s;
}

std::string webp(const std::string& kind, const std::string& data) {
  const auto size = static_cast<std::uint32_t>(data.size());
  return "RIFF" + little(size + 12, 4) + "WEBP" + kind + little(size, 4) + data;
}

std::string lossy(std::uint32_t width, std::uint32_t height) {
  return webp("VP8 ", "\x30\x01\0\x9D\x01\x2A"s + little(width, 2) + little(height, 2) + "data");
}

std::string lossless(std::uint32_t width, std::uint32_t height) {
  return webp("VP8L", "\x2F" + little((width - 1) | (height - 1) << 14, 4));
}

std::string extended(std::uint32_t width, std::uint32_t height) {
  return webp("VP8X", "\x10\0\0\0"s + little(width - 1, 3) + little(height - 1, 3));
}

std::string segment(int marker, const std::string& data) {
  return "\xFF"s + static_cast<char>(marker) + big(static_cast<std::uint32_t>(data.size()) + 2, 2) + data;
}

std::string frame(std::uint32_t width, std::uint32_t height, int marker = 0xC0) {
  return segment(marker, "\x08" + big(height, 2) + big(width, 2) + "\x01\x01\x11\0"s);
}

std::string jpeg(const std::string& segments) { return "\xFF\xD8" + segments; }

/// An EXIF segment whose only directory begins with `before` and then tells the orientation.
std::string exif(std::string (*number)(std::uint32_t, int), std::uint32_t orientation,
                 const std::string& before = "", std::uint32_t type = 3) {
  const auto count = static_cast<std::uint32_t>(before.size() / 12 + 1);
  const std::string entry =
      number(0x0112, 2) + number(type, 2) + number(1, 4) + number(orientation, 2) + "\0\0"s;
  return segment(0xE1, "Exif\0\0"s + (number(1, 2) == "\0\1"s ? "MM" : "II") + number(42, 2) + number(8, 4) +
                           number(count, 2) + before + entry + number(0, 4));
}

std::string svg(const std::string& attributes) {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" " + attributes + "><path/></svg>";
}

}  // namespace

TEST_CASE("a PNG tells its size behind its signature") {
  CHECK(told(png(640, 480)) == "640x480");
  CHECK(told(png(1, 65'535)) == "1x65535");
  CHECK(told(png(0, 480)) == "none");
  CHECK(told(png(640, 0)) == "none");
  CHECK(told(png(65'536, 480)) == "none");
  CHECK(told(png(0xFFFFFFFF, 0xFFFFFFFF)) == "none");
  CHECK(told("\x89PNG\r\n\x1A\n"s + big(13, 4) + "CgBI" + big(1, 4) + big(1, 4)) == "none");
}

TEST_CASE("a GIF of either version tells its size first") {
  CHECK(told(gif(640, 480)) == "640x480");
  CHECK(told("GIF87a" + little(3, 2) + little(2, 2)) == "3x2");
  CHECK(told(gif(0, 480)) == "none");
  CHECK(told("GIF90a" + little(3, 2) + little(2, 2)) == "none");
}

TEST_CASE("each kind of WebP tells its size in its own way") {
  CHECK(told(lossy(640, 480)) == "640x480");
  CHECK(told(lossy(640 | 0xC000, 480 | 0x4000)) == "640x480");  // how to scale it is in the upper bits
  CHECK(told(lossless(640, 480)) == "640x480");
  CHECK(told(lossless(16'384, 1)) == "16384x1");
  CHECK(told(extended(640, 480)) == "640x480");
  CHECK(told(extended(65'535, 1)) == "65535x1");
}

TEST_CASE("a WebP that contradicts itself has no size") {
  CHECK(told(lossy(0, 480)) == "none");
  CHECK(told(extended(65'536, 1)) == "none");
  CHECK(told(webp("VP8 ", "\x30\x01\0\x9D\x01\x2B\1\0\1\0data"s)) == "none");
  CHECK(told(webp("VP8L", "\x2E\0\0\0\0"s)) == "none");
  CHECK(told(webp("ANMF", std::string(20, '\1'))) == "none");
  CHECK(told("RIFF" + little(20, 4) + "WAVEfmt " + std::string(20, '\1')) == "none");
}

TEST_CASE("a JPEG tells its size where its frame begins, behind what other segments hold") {
  CHECK(told(jpeg(frame(640, 480))) == "640x480");
  CHECK(told(jpeg(frame(65'535, 1))) == "65535x1");
  CHECK(told(jpeg(segment(0xE0, "JFIF\0"s) + segment(0xDB, std::string(65, '\xFF')) + frame(640, 480))) ==
        "640x480");
  CHECK(told(jpeg(segment(0xE2, std::string(65'533, 'x')) + frame(640, 480))) == "640x480");
  CHECK(told(jpeg("\xFF\xFF\xFF" + segment(0xFE, "") + "\xFF\xD0\xFF\x01" + frame(640, 480))) == "640x480");
}

TEST_CASE("every kind of JPEG frame counts, and no table that is numbered like one") {
  for (const int marker : {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC9, 0xCF})
    CHECK(told(jpeg(frame(640, 480, marker))) == "640x480");
  for (const int marker : {0xC4, 0xC8, 0xCC})
    CHECK(told(jpeg(frame(1, 2, marker) + frame(640, 480, 0xC2))) == "640x480");
}

TEST_CASE("a JPEG without a frame, or with an impossible one, has no size") {
  CHECK(told(jpeg(frame(640, 0))) == "none");  // the height follows after the first scan
  CHECK(told(jpeg(frame(0, 480))) == "none");
  CHECK(told(jpeg("\xFF\xD9" + frame(640, 480))) == "none");
  CHECK(told(jpeg("\xFF\xDA" + frame(640, 480))) == "none");
  CHECK(told(jpeg("\xFF\xE0\0\1"s + frame(640, 480))) == "none");
  CHECK(told(jpeg("\xFF\0"s + frame(640, 480))) == "none");
  CHECK(told(jpeg(segment(0xE0, "x") + "garbage" + frame(640, 480))) == "none");
  CHECK(told(jpeg("\xFF\xC0\0\7\x08"s + big(480, 2) + big(640, 2))) == "none");
  CHECK(told(jpeg(std::string(1000, '\xFF'))) == "none");
}

TEST_CASE("EXIF turns a JPEG on its side from orientation 5 on") {
  for (const auto number : {big, little})
    for (std::uint32_t orientation = 0; orientation <= 9; ++orientation)
      CHECK(told(jpeg(exif(number, orientation) + frame(640, 480))) ==
            (orientation >= 5 && orientation <= 8 ? "480x640" : "640x480"));
}

TEST_CASE("the orientation is found among other entries and in the first EXIF segment that has one") {
  const std::string other = big(0x010F, 2) + big(2, 2) + big(4, 4) + "Pho\0"s;
  CHECK(told(jpeg(exif(big, 6, other + other) + frame(640, 480))) == "480x640");
  CHECK(told(jpeg(segment(0xE1, "http://ns.adobe.com/xap/1.0/") + exif(big, 6) + frame(640, 480))) ==
        "480x640");
  CHECK(told(jpeg(exif(big, 1) + exif(big, 6) + frame(640, 480))) == "640x480");
  CHECK(told(jpeg(segment(0xE1, "Exif\0\0"s) + exif(little, 8) + frame(640, 480))) == "480x640");
}

TEST_CASE("broken EXIF data turns nothing and hides no frame") {
  const auto size_with = [](const std::string& tiff) {
    return told(jpeg(segment(0xE1, "Exif\0\0"s + tiff) + frame(640, 480)));
  };
  const std::string entry = big(0x0112, 2) + big(3, 2) + big(1, 4) + big(6, 2);
  CHECK(size_with("MM\0*"s + big(8, 4) + big(1, 2) + entry + "\0\0"s) == "480x640");
  CHECK(size_with("MM\0+"s + big(8, 4) + big(1, 2) + entry + "\0\0"s) == "640x480");
  CHECK(size_with("MM\0*"s + big(0xFFFFFFFF, 4) + big(1, 2) + entry + "\0\0"s) == "640x480");
  CHECK(size_with("MM\0*"s + big(8, 4) + big(0, 2) + entry + "\0\0"s) == "640x480");
  CHECK(size_with("MM\0*"s + big(8, 4) + big(0xFFFF, 2) + big(0x0100, 2)) == "640x480");
  CHECK(size_with("II") == "640x480");
  CHECK(told(jpeg(exif(big, 6, "", 4) + frame(640, 480))) == "640x480");
}

TEST_CASE("an SVG tells its size in pixels, rounded") {
  CHECK(told(svg("width=\"640\" height=\"480\"")) == "640x480");
  CHECK(told(svg("height = '480px' viewBox='0 0 1 1' width\n=\n' +640.4PX '")) == "640x480");
  CHECK(told(svg("width=\".5e1\" height=\"4.5\"")) == "5x5");
  CHECK(told("<svg width='1' height='2'/>") == "1x2");
  CHECK(told("<svg:svg xmlns:svg='x' width='1' height='2'>") == "1x2");
}

TEST_CASE("the units of an SVG that have a fixed length are pixels in the end") {
  CHECK(told(svg("width=\"72pt\" height=\"6pc\"")) == "96x96");
  CHECK(told(svg("width=\"1in \" height=\"2.54CM\"")) == "96x96");
  CHECK(told(svg("width=\"25.4mm\" height=\"101.6Q\"")) == "96x96");
}

TEST_CASE("what an SVG does not give follows from its viewBox") {
  CHECK(told(svg("viewBox=\"0 0 640 480\"")) == "640x480");
  CHECK(told(svg("viewBox=\" -10,-20.5 , 640\n480 \" width=\"100%\" height=\"auto\"")) == "640x480");
  CHECK(told(svg("viewBox=\"0 0 640 480\" width=\"320\"")) == "320x240");
  CHECK(told(svg("viewBox=\"0 0 640 480\" height=\"240px\" width=\"\"")) == "320x240");
}

TEST_CASE("an SVG without a usable size has none") {
  for (const auto* attributes :
       {"", "width=\"640\"", "width=\"0\" height=\"480\"", "width=\"-1\" height=\"480\"",
        "width=\"640\" height=\"65536\"", "width=\"0.4\" height=\"1\"",
        "width=\"10rem\" height=\"8px\" viewBox=\"0 0 1 1\"", "width=\"1em\" height=\"1em\"",
        "width=\"nan\" height=\"inf\"", "width=\"1e999\" height=\"1\"", "width=\"1 2\" height=\"1\"",
        "viewBox=\"0 0 640\"", "viewBox=\"0 0 -640 480\"", "viewBox=\"0 0 640 0\"",
        "viewBox=\"0 0 1e300 1e-300\"", "viewBox=\"none\"", "width=640 height=480", "width height=\"1\"",
        "width=\"640\" height=\"480"}) {
    CAPTURE(attributes);
    CHECK(told(svg(attributes)) == "none");
  }
  CHECK(told("<svg width='1' height='2'") == "none");
  CHECK(told("<svg") == "none");
}

TEST_CASE("the root of an SVG is found behind what XML allows before it") {
  CHECK(told("\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<!-- <svg width='9' height='9'> -->\n"
             "<!DOCTYPE svg PUBLIC \"a>b\" 'c' [\n<!-- don't -->\n<!ENTITY a \"]>\">\n]>\n"
             "<?pi <svg?><svg width='1' height='2'>") == "1x2");
  CHECK(told("<html><svg width='1' height='2'></html>") == "none");
  CHECK(told("text <svg width='1' height='2'>") == "none");
  CHECK(told("<svgs width='1' height='2'>") == "none");
  for (const auto* open : {"<!--", "<?xml", "<!DOCTYPE svg [ ", "<!DOCTYPE svg \""})
    CHECK(told(std::string(open) + "<svg width='1' height='2'>") == "none");
}

TEST_CASE("of a file that ends early the size is none, or what it is of the whole") {
  const std::string photo = jpeg(segment(0xE0, "JFIF\0"s) + exif(big, 6) + frame(640, 480));
  for (const std::string& whole : {png(640, 480), gif(640, 480), lossy(640, 480), lossless(640, 480),
                                   extended(640, 480), photo, svg("width='640' height='480'")}) {
    const std::string expected = told(whole);
    CHECK(expected != "none");
    for (std::size_t length = 0; length < whole.size(); ++length) {
      const std::string cut = told(std::string_view(whole).substr(0, length));
      CHECK((cut == "none" || cut == expected));
    }
    CHECK(told(whole + std::string(100, '\xFF')) == expected);
  }
}

TEST_CASE("other formats have no size") {
  for (const auto& bytes :
       {""s, "x"s, "\xFF\xD8"s, "BM\0\0\0\0"s, "%PDF-1.7"s, "\0\0\0 ftypavif"s, std::string(1000, '\0')})
    CHECK(told(bytes) == "none");
}

TEST_CASE("a name tells how much of a file is needed") {
  CHECK(image_head_bytes("a.png") == image_head_bytes("charts/B.WebP"));
  CHECK(image_head_bytes("a.gif") >= gif(1, 1).size());
  CHECK(image_head_bytes("a.png") >= png(1, 1).size());
  CHECK(image_head_bytes("a.webp") >= lossy(1, 1).size());
  // A preview and a profile, each as long as a segment can be.
  for (const auto* name : {"a.jpg", "a.JPEG", "a.b.svg"}) CHECK(image_head_bytes(name) > 2 * 65'537 + 1000);
  for (const auto* name : {"", "png", "a.", "a.pdf", "a.png.txt", "a.png/b", ".svgz"})
    CHECK(image_head_bytes(name) == 0);
}

}  // namespace pmsite
