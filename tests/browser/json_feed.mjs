// SPDX-License-Identifier: MIT
// The rules of JSON Feed. Source: jsonfeed.org/version/1.1

const isText = (value) => typeof value === "string" && value.trim() !== "";
const isAddress = (value) => isText(value) && /^https?:\/\/[^/\s]+\/\S*$/.test(value);
const isTime = (value) => isText(value) && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value);
const isList = (isEach) => (value) => Array.isArray(value) && value.every(isEach);
const isAuthor = (value) => Object.keys(value).length > 0 && faultsOf(value, {}, author).length === 0;

const author = { name: isText, url: isAddress, avatar: isAddress };
const shared = { authors: isList(isAuthor), language: isText };
const feed = {
  required: {
    version: (value) => value === "https://jsonfeed.org/version/1.1",
    title: isText,
    home_page_url: isAddress, // this and the next are optional in general
    feed_url: isAddress,
    items: Array.isArray,
  },
  optional: { ...shared, description: isText, icon: isAddress, favicon: isAddress, next_url: isAddress },
};
const item = {
  required: {
    id: isText,
    content_html: isText, // or content_text, which has no links
    url: isAddress, // this and what follows are optional in general
    title: isText,
    date_published: isTime,
    date_modified: isTime,
  },
  optional: { ...shared, summary: isText, image: isAddress, banner_image: isAddress, tags: isList(isText) },
};

/// How a parsed JSON Feed breaks the rules, in words. Members that the format does not know are faults too.
export function faultsOfJsonFeed(parsed) {
  const items = Array.isArray(parsed.items) ? parsed.items : [];
  return [
    ...faultsOf(parsed, feed.required, feed.optional),
    ...items.flatMap((each) => faultsOf(each, item.required, item.optional).map((fault) => `${each.id}: ${fault}`)),
  ];
}

function faultsOf(object, required, optional) {
  const known = { ...required, ...optional };
  return [
    ...Object.keys(required).filter((name) => !(name in object)).map((name) => `has no ${name}`),
    ...Object.keys(object).filter((name) => !known[name]?.(object[name])).map((name) => `${name} is not as wanted`),
  ];
}
