// SPDX-License-Identifier: MIT
#include "prose/secrets.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

/// What is found, each with the first bytes of the secret.
std::string found(std::string_view text) {
  std::string result;
  for (const auto& secret : find_secrets(text))
    result += std::string(secret.what) + " " + std::string(secret.at.of(text).substr(0, 6)) + "/";
  return result;
}

// Made up, and put together here, so that no scanner takes them for real ones in this file.
const std::string kRandom = "Zx81Qp7LmV3kT9wRb2Nc5Hd6Jf4Gs0AyUeIo";
const std::string kHex = "0f3a9c1e7b5d2846aa71c09e35bd6f12";

struct Case {
  std::string text, found;
};

}  // namespace

TEST_CASE("tokens that their issuers mark are found") {
  const std::string gh = "gh", eyj = "eyJhbGciOiJIUzI1NiJ9";
  for (const auto& [text, expected] : {
           Case{"key AKIA" + std::string("QW3ERT5YUI7OP9AS"), "an AWS access key AKIAQW/"},
           Case{"`" + gh + "p_" + kRandom + "`", "a GitHub token ghp_Zx/"},
           Case{"git" + std::string("hub_pat_11") + kRandom, "a GitHub token github/"},
           Case{"gl" + std::string("pat-") + kRandom, "a GitLab token glpat-/"},
           Case{"xox" + std::string("b-1234567890-") + kRandom, "a Slack token xoxb-1/"},
           Case{"https://hooks.slack.com/services/T" + std::string("02AB3CD4/B05EF6GH7/") + kRandom,
                "a Slack webhook hooks./"},
           Case{"AI" + std::string("za") + kRandom, "a Google API key AIzaZx/"},
           Case{"sk_" + std::string("live_") + kRandom, "a Stripe key sk_liv/"},
           Case{"np" + std::string("m_") + kRandom, "an npm token npm_Zx/"},
           Case{"Cookie " + eyj + "." + eyj + "." + kRandom, "a JSON web token eyJhbG/"},
           Case{"Authorization: Bearer " + kRandom, "a bearer token Zx81Qp/"},
           Case{"curl -H 'authorization: bearer " + kHex + "'", "a bearer token 0f3a9c/"},
       })
    CHECK_MESSAGE(found(text) == expected, text);
}

TEST_CASE("values given to a secret's name are found") {
  for (const auto& [text, expected] : {
           Case{"DB_PASSWORD=hunter22", "a password hunter/"},
           Case{"password: \"9fj3kd02mx\"", "a password 9fj3kd/"},
           Case{"mysql_password = '9fj3kd02mx'", "a password 9fj3kd/"},
           Case{"\"api_key\": \"" + kHex + "\"", "an API key 0f3a9c/"},
           Case{"X-Api-Key: " + kHex, "an API key 0f3a9c/"},
           Case{"client_secret=" + kRandom + "&grant_type=x", "a secret Zx81Qp/"},
           Case{"https://shop.example/?token=" + kHex, "a token 0f3a9c/"},
           Case{"accessToken: " + kRandom, "a token Zx81Qp/"},
           Case{"AWS_SECRET_ACCESS_KEY=" + kRandom, "a secret Zx81Qp/"},
           Case{"postgres://shop:tr0ub4dor@db/orders", "a password in an address tr0ub4/"},
           Case{"redis://:correcthorse@cache:6379", "a password in an address correc/"},
           Case{"password=a1b2c3d4 and token=e5f6g7h8", "a password a1b2c3/a token e5f6g7/"},
       })
    CHECK_MESSAGE(found(text) == expected, text);
}

TEST_CASE("a private key is found where key material follows") {
  const std::string head = "-----BEGIN RSA " + std::string("PRIVATE KEY-----"), line = kRandom + "abcd";
  CHECK(found(head + "\n" + line + "\n") == "a private key -----B/");
  CHECK(found("key: " + head + "\nProc-Type: 4,ENCRYPTED\n\n" + line) == "a private key -----B/");
  CHECK(found("\"" + head + "\\n" + line + "\\n\"") == "a private key -----B/");
  CHECK(found(head + "\n...\n") == "");
  CHECK(found("The file began with `" + head + "`, so anybody could read it.") == "");
  CHECK(found("-----BEGIN CERTIFICATE-----\n" + line) == "");
}

TEST_CASE("what only looks like a secret is left alone") {
  for (const std::string text : {
           "password=***",
           "password: <your password>",
           "token=$TOKEN1234",
           "secret: ${SECRET_2026}",
           "password=xxxxxxx1",
           "api_key=EXAMPLE1234567",
           "password: redacted-12",
           "token: {{ token_2026 }}",
           "secret=%SECRET12%",
           "The token: expired at 10:12",
           "token: 2026-03-04T10:12:00Z",
           "password: 12345678",
           "max_tokens=4096k",
           "password=getenv(\"DB1_PASSWORD\")",
           "token = os.environ[\"T0KEN12\"]",
           "PWD=/home/web01/x",
           "token: v1beta1",
           "secret: db-credentials-v22",
           "secret: tls.shop-2026",
           "DB_PASSWORD=DB_PASSWORD_2",
           "token=https://vault1.example",
           "passwords: 1200 accounts",
           "the password: PBKDF2-hashed",
           "tokens: 12345abcde",
           "broken: 12345abcdef",
           "monkey=abc12345",
           "a bearer token was missing",
           "Bearer tokens-of-the-old-kind-2 expired",
           "postgres://user:password@host/db",
           "https://user:$PASS1@host",
           "https://user:<password>@host",
           "https://shop:tr0ub4dor@example.com",
           "http://a:b@host",
           "https://shop.example:8080/a@b",
           "mailto:a@b.example",
           "http://[::1]:80/@x",
           "ratio 3:1, at 10:12, x=y",
           "AKIAIOSFODNN7EXAMPLE",
           "AKIAXXXXXXXXXXXXXXXX",
           "AKIA is a prefix",
           "npm_config_registry is a variable",
           "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
           "xoxb-...",
           "sk_live_****************",
           "eyJ is how they begin",
           "SG.com was up",
           "the host ip-10-0-0-1 and x-AKIA",
           "",
       })
    CHECK_MESSAGE(found(text) == "", text);
}

TEST_CASE("long texts of beginnings take time in proportion to their length") {
  const auto repeated = [](std::string_view piece) {
    std::string text;
    while (text.size() < 400'000) text += piece;
    return text;
  };
  CHECK(found(repeated("-----BEGIN PRIVATE KEY-----")).empty());
  CHECK(found(repeated("token=")).empty());
  CHECK(found(repeated("://:")).empty());
  CHECK(found(repeated("eyJ.")).empty());
  CHECK(found(repeated("password='")).empty());
}

}  // namespace pmsite
