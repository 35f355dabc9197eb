// SPDX-License-Identifier: MIT

/// The contrast of two colours as computed styles have them, rgb(…), from 1 to 21. Source: WCAG 2.2, contrast ratio.
export function contrast(one, other) {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour) {
  const [red, green, blue] = /^rgba?\((\d+), (\d+), (\d+)/.exec(colour).slice(1).map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
