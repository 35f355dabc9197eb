// SPDX-License-Identifier: MIT
#include "prose/english.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

struct Sample {
  std::string_view language, text;
};

constexpr Sample kOthers[] = {
    {"Swahili",
     "Tarehe 4 Machi, kuanzia saa 10:12 hadi saa 11:05, wateja hawakuweza kulipa. Sababu ilikuwa mpangilio "
     "mbaya wa seva "
     "ya cache, ambao ulihifadhi miunganisho iliyokufa baada ya failover. Timu ilianzisha upya seva moja "
     "baada ya nyingine "
     "na makosa yakaisha. Baadaye tuliongeza tahadhari ya Nagios ili tatizo hili lisitokee tena. Tunaomba "
     "radhi kwa wateja "
     "wote walioathirika."},
    {"French",
     "Le 4 mars, entre 10 h 12 et 11 h 05, les clients ne pouvaient plus payer et voyaient une page d'erreur "
     "502. La cause "
     "\u00e9tait une configuration du pool de connexions qui gardait des sockets mortes apr\u00e8s le "
     "basculement du cache. "
     "Nous avons red\u00e9marr\u00e9 les serveurs un par un, puis corrig\u00e9 la configuration. On a "
     "ensuite ajout\u00e9 "
     "une alerte sur les erreurs du pool."},
    {"Spanish",
     "El 4 de marzo, de 10:12 a 11:05, los clientes no pod\u00edan pagar. La causa fue una "
     "configuraci\u00f3n incorrecta del "
     "pool de conexiones, que guardaba sockets muertos despu\u00e9s del cambio del servidor de cache. El "
     "equipo "
     "reinici\u00f3 los servidores uno por uno y los errores desaparecieron. Para que no vuelva a pasar, se "
     "agreg\u00f3 una "
     "alerta de Nagios."},
    {"Vietnamese",
     "V\u00e0o ng\u00e0y 4 th\u00e1ng 3, t\u1eeb 10:12 \u0111\u1ebfn 11:05, kh\u00e1ch h\u00e0ng kh\u00f4ng "
     "th\u1ec3 thanh "
     "to\u00e1n. Nguy\u00ean nh\u00e2n l\u00e0 do c\u1ea5u h\u00ecnh sai c\u1ee7a pool k\u1ebft n\u1ed1i, "
     "gi\u1eef c\u00e1c "
     "socket \u0111\u00e3 ch\u1ebft sau khi cache chuy\u1ec3n sang m\u00e1y ch\u1ee7 d\u1ef1 ph\u00f2ng. "
     "Nh\u00f3m \u0111\u00e3 "
     "kh\u1edfi \u0111\u1ed9ng l\u1ea1i t\u1eebng m\u00e1y ch\u1ee7 m\u1ed9t v\u00e0 l\u1ed7i bi\u1ebfn "
     "m\u1ea5t sau v\u00e0i ph\u00fat."},
    {"Vietnamese without accents",
     "Vao ngay 4 thang 3, tu 10:12 den 11:05, khach hang khong the thanh toan. Nguyen nhan la do cau hinh "
     "sai cua pool ket "
     "noi, giu cac socket da chet sau khi cache chuyen sang may chu du phong. Nhom da khoi dong lai tung may "
     "chu mot va loi "
     "bien mat. Sau do chung toi them canh bao Nagios cho loi cua pool."},
    {"German",
     "Am 4. M\u00e4rz war die Kasse von 10:12 bis 11:05 Uhr nicht erreichbar. Was war passiert? Der Cache "
     "wurde gepatcht und "
     "startete neu, aber die Verbindungen im Pool zeigten noch auf den alten Server. So war die H\u00e4lfte "
     "der Anfragen "
     "fehlerhaft. Das Team hat die Pools nacheinander neu gestartet, und die Fehler h\u00f6rten auf. Danach "
     "war der Check "
     "wieder an."},
    {"Dutch",
     "Op 4 maart konden klanten van 10:12 tot 11:05 niet betalen. De oorzaak was een verkeerde instelling "
     "van de pool, die "
     "dode sockets vasthield na de failover van de cache. Het team heeft de servers een voor een herstart en "
     "de fouten "
     "verdwenen. Daarna is de controle weer aangezet en is er een melding toegevoegd, zodat het niet weer "
     "gebeurt."},
    {"Portuguese",
     "No dia 4 de mar\u00e7o, das 10:12 \u00e0s 11:05, os clientes n\u00e3o conseguiam pagar. A causa foi "
     "uma "
     "configura\u00e7\u00e3o errada do pool de conex\u00f5es, que mantinha sockets mortos ap\u00f3s o "
     "failover do cache. A "
     "equipe reiniciou os servidores um por um e os erros pararam. Depois adicionamos um alerta do Nagios "
     "para que isso "
     "n\u00e3o aconte\u00e7a de novo."},
    {"Polish",
     "Czwartego marca od 10:12 do 11:05 klienci nie mogli p\u0142aci\u0107. Przyczyn\u0105 by\u0142a "
     "b\u0142\u0119dna "
     "konfiguracja puli po\u0142\u0105cze\u0144, to znaczy pula trzyma\u0142a martwe sockety po "
     "prze\u0142\u0105czeniu "
     "cache. Zesp\u00f3\u0142 restartowa\u0142 serwery jeden po drugim i b\u0142\u0119dy znikn\u0119\u0142y. "
     "Potem dodano "
     "alarm w Nagios na b\u0142\u0119dy puli, a sprawdzanie po\u0142\u0105cze\u0144 zosta\u0142o ponownie "
     "w\u0142\u0105czone "
     "na wszystkich serwerach naszego sklepu."},
    {"Chinese",
     "\u4e09\u6708\u56db\u65e5\u5341\u70b9\u5341\u4e8c\u5206\u81f3\u5341\u4e00\u70b9\u96f6\u4e94\u5206\u5ba2"
     "\u6237\u65e0\u6cd5"
     "\u4ed8\u6b3e\u539f\u56e0\u662f\u8fde\u63a5\u6c60\u914d\u7f6e\u9519\u8bef\u56e2\u961f\u9010\u4e00\u91cd"
     "\u542f\u670d\u52a1"
     "\u5668\u9519\u8bef\u968f\u5373\u6d88\u5931\u4e09\u6708\u56db\u65e5\u5341\u70b9\u5341\u4e8c\u5206\u81f3"
     "\u5341\u4e00\u70b9"
     "\u96f6\u4e94\u5206\u5ba2\u6237\u65e0\u6cd5\u4ed8\u6b3e\u539f\u56e0\u662f\u8fde\u63a5\u6c60\u914d\u7f6e"
     "\u9519\u8bef\u56e2"
     "\u961f\u9010\u4e00\u91cd\u542f\u670d\u52a1\u5668\u9519\u8bef\u968f\u5373\u6d88\u5931\u4e09\u6708\u56db"
     "\u65e5\u5341\u70b9"
     "\u5341\u4e8c\u5206\u81f3\u5341\u4e00\u70b9\u96f6\u4e94\u5206\u5ba2\u6237\u65e0\u6cd5\u4ed8\u6b3e\u539f"
     "\u56e0\u662f\u8fde"
     "\u63a5\u6c60\u914d\u7f6e\u9519\u8bef\u56e2\u961f\u9010\u4e00\u91cd\u542f\u670d\u52a1\u5668\u9519\u8bef"
     "\u968f\u5373\u6d88"
     "\u5931"},
};

constexpr Sample kEnglish[] = {
    {"running",
     "On 4 March customers could not pay from 10:12 to 11:05, because the client pool kept dead sockets "
     "after the cache had "
     "failed over. The team restarted the hosts one after the other, and the errors stopped. Since then an "
     "alert watches the "
     "pool, and its keep-alive check is on again everywhere, as it should be."},
    {"full of names",
     "HAProxy, Nginx, Redis Sentinel, PgBouncer, PostgreSQL 9.6, Elasticsearch, Logstash, Kibana, Grafana, "
     "Prometheus, "
     "Alertmanager and Kubernetes ran on us-east-1a, us-east-1b, eu-west-3c. Redis Sentinel promoted "
     "redis-2; PgBouncer kept "
     "stale pools to pg-primary. Nagios paged SRE. HAProxy drained web-03, web-04, web-05. Terraform apply "
     "of module vpc "
     "reverted subnet ACL changes. Kubernetes rescheduled pods from node-7."},
    {"terse",
     "Automated alert for high error rates. Initial assumption: database failure. Focus shifted to web "
     "server configuration. "
     "Identified misconfigured upstream server in Nginx. Escalated to senior engineer. Fixed configuration. "
     "Service restored "
     "and monitored. Incorrect upstream server address in Nginx configuration. Corrected the upstream "
     "address and redeployed. "
     "Implement peer review. Enhance monitoring. Create change checklist. Train the team on incident "
     "handling."},
};

}  // namespace

TEST_CASE("other languages are told from English") {
  for (const auto& [language, text] : kOthers) {
    const EnglishWords words = count_english(text);
    CHECK_MESSAGE(words.all >= 50, language);
    CHECK_MESSAGE(!is_english(words), language, ": ", words.english, " of ", words.all);
    CHECK_MESSAGE(words.english * 100 <= words.all * 4, language, ": ", words.english, " of ", words.all);
  }
}

TEST_CASE("English is known, be it terse or full of names") {
  for (const auto& [kind, text] : kEnglish) {
    const EnglishWords words = count_english(text);
    CHECK_MESSAGE(words.all >= 50, kind);
    CHECK_MESSAGE(is_english(words), kind, ": ", words.english, " of ", words.all);
  }
}

TEST_CASE("of a few words nothing can be said") {
  CHECK(is_english({49, 0}));
  CHECK(!is_english({50, 0}));
  CHECK(!is_english({50, 2}));
  CHECK(is_english({50, 3}));
  CHECK(is_english(count_english("")));
}

TEST_CASE("numbers are words of no language") {
  CHECK(count_english("10:12 2026-03-04 5xx").all == 0);
  CHECK(count_english("The 502s").all == 1);
  CHECK(count_english("THE The the").english == 3);
}

}  // namespace pmsite
