// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace pmsite {

/// What a link may point to, whoever wrote it: `http:`, `https:`, `mailto:`, a path, or `#anchor`. Everything
/// else (javascript:, data:, blob:, //host, ...) is refused. Control characters and spaces do not hide a
/// scheme.
bool is_allowed_url(std::string_view url);

/// Whether `url` names a host of its own: `http:` or `https:`.
bool is_absolute_url(std::string_view url);

/// Whether a link leaves the site: it names a host, or a mail address.
bool leaves_site(std::string_view url);

/// The URL with every byte escaped that HTML attributes and XML cannot carry literally as a URL: controls,
/// space,
/// `" < > \ ^ ` { | }` and bytes above ASCII. Existing %XX stay.
std::string percent_encode(std::string_view url);

/// A path with every byte escaped that is not plain in a URL's path: also `# ? %`, which a file's name may
/// hold.
std::string encode_path(std::string_view path);

/// The path with each %XX as its byte; `%` without two hexadecimal digits stays.
std::string percent_decode(std::string_view path);

/// How a page at site path `from` ("posts/x/") links to site path `to` ("tags/y/"), both without a leading
/// slash:
/// "../../tags/y/". A page's folder is what counts, so "posts/x/" and "posts/x/index.html" are the same
/// place.
std::string relative_url(std::string_view from, std::string_view to);

}  // namespace pmsite
