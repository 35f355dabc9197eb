// SPDX-License-Identifier: MIT
#include "prose/network_names.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

std::string joined(std::string_view text, const std::vector<TextRange>& ranges) {
  std::string result;
  for (const auto range : ranges) result += "[" + std::string(range.of(text)) + "]";
  return result;
}

std::string addresses(std::string_view text) { return joined(text, find_private_addresses(text)); }
std::string emails(std::string_view text) { return joined(text, find_personal_emails(text)); }

struct Case {
  std::string_view text, found;
};

}  // namespace

TEST_CASE("addresses of one network are found") {
  for (const auto& [text, expected] : {
           Case{"10.3.7.12", "[10.3.7.12]"},
           Case{"The host 172.16.4.9, then 192.168.33.10.", "[172.16.4.9][192.168.33.10]"},
           Case{"`172.31.255.254:5432`", "[172.31.255.254]"},
           Case{"http://10.0.0.7/health", "[10.0.0.7]"},
           Case{"169.254.7.7 and 100.64.0.9", "[169.254.7.7][100.64.0.9]"},
           Case{"the subnet 10.3.0.0/16", "[10.3.0.0]"},
           Case{"fd12:3456:789a::1 and fe80::1ff:fe23", "[fd12:3456:789a::1][fe80::1ff:fe23]"},
       })
    CHECK_MESSAGE(addresses(text) == expected, text);
}

TEST_CASE("host names of one network are found") {
  for (const auto& [text, expected] : {
           Case{"db-1.prod.internal was down", "[db-1.prod.internal]"},
           Case{"https://wiki.acme.corp/runbook", "[wiki.acme.corp]"},
           Case{"ssh root@web01.lan.", "[web01.lan]"},
           Case{"printer.local, nas.intranet", "[printer.local][nas.intranet]"},
           Case{"(vault.service.internal:8200)", "[vault.service.internal]"},
       })
    CHECK_MESSAGE(addresses(text) == expected, text);
}

TEST_CASE("what is the same in every network is left alone") {
  for (const std::string_view text : {
           "127.0.0.1, 0.0.0.0, 8.8.8.8, 1.1.1.1, 255.255.255.0",
           "192.0.2.7, 198.51.100.7 and 203.0.113.7 are documentation",
           "10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10, 169.254.0.0/16",
           "the metadata service at 169.254.169.254, the bridge 172.17.0.1, a router at 192.168.1.1",
           "172.15.0.1, 172.32.0.1, 192.169.1.5, 100.63.9.9, 100.128.0.1, 11.0.0.1, 169.253.9.9",
           "We upgraded V8 to 10.8.168.25, and the release 10.2.154.26 of Chrome",
           "version 10.2.3, 10.2.3.4.5, 10.2.300.4, v10.1.2.3, 10.2.3.4-beta",
           "fc00::/7, fe80::/10, fd00::/8, fade:d00d, 2001:db8::1, ::1, face:b00c:1:2",
           "metadata.google.internal, host.docker.internal, shop.default.svc.cluster.local",
           "/etc/rc.local, .env.local, settings.local, ~/.zshrc.local, /usr/local",
           "com.shop.internal, this.local(), Foo.Internal, example.internal, shop.example.corp",
           "internal, local, the lan, Initech Corp., and the internal.tool at local.host",
           "at 10:12, 10.12.2026, 10.30 a.m.",
           "",
       })
    CHECK_MESSAGE(addresses(text) == "", text);
}

TEST_CASE("e-mail addresses of people are found") {
  for (const auto& [text, expected] : {
           Case{"Ask jane.doe@acme.com.", "[jane.doe@acme.com]"},
           Case{"<mailto:jdoe+shop@mail.acme.co.uk>", "[jdoe+shop@mail.acme.co.uk]"},
           Case{"J.Doe@Acme.IO, x@163.com", "[J.Doe@Acme.IO][x@163.com]"},
           Case{"(jane_doe@acme.com)", "[jane_doe@acme.com]"},
           Case{"opsahl@acme.com, admiral@acme.com", "[opsahl@acme.com][admiral@acme.com]"},
       })
    CHECK_MESSAGE(emails(text) == expected, text);
}

TEST_CASE("addresses of roles, machines and examples are left alone") {
  for (const std::string_view text : {
           "support@acme.com, sre-team@acme.com, shop.support@acme.com, security+pgp@acme.com, "
           "No-Reply@acme.com",
           "git@github.com:shop/web.git, 123+me@users.noreply.github.com, ec2-user@host.acme.com, "
           "root@web1.acme.com",
           "jane@example.com, jane@mail.example.org, jane@acme.example, jane@host.test",
           "deploy:acme@git.acme.com:shop/web.git",
           "https://jane:pw@host.acme.com/x, ssh://jane@host.acme.com",
           "lodash@4.17.21, react@18.2.0-rc, @babel/core@7.1.beta, left-pad@latest",
           "pg_dump@main.timer, icon@2x.png, bug-report@acme.com",
           "@sre, jane@localhost, a @ b.com, user@, @acme.com, jane@10.0.0.1, jane@acme.c0m",
           "",
       })
    CHECK_MESSAGE(emails(text) == "", text);
}

TEST_CASE("names without an end take no time") {
  const std::string text(400'000, '@'), dots(400'000, '.');
  CHECK(emails(text).empty());
  CHECK(emails("a@" + std::string(400'000, 'a')).empty());
  CHECK(addresses(dots).empty());
  CHECK(addresses(std::string(400'000, '1')).empty());
  std::string pairs;
  while (pairs.size() < 400'000) pairs += "fd00:";
  CHECK(find_private_addresses(pairs).size() == 1);
}

}  // namespace pmsite
