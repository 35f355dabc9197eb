// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

// The words that wording.cpp looks for, in the notation of PhraseTable.

namespace pmsite::wording {

// Stands for P in the rows below, and its genitives for Q. Users and customers are not among them: what they
// forget or fail to do is impact. An operator or a manager may be a program, but programs do not forget.
inline constexpr std::string_view kPeople =
    "engineer|engineers|developer|developers|devs|programmer|programmers|administrator|administrators|admin|"
    "admins|"
    "sysadmin|sysadmins|sre|sres|operator|operators|technician|technicians|intern|interns|employee|employees|"
    "contractor|contractors|colleague|colleagues|coworker|coworkers|teammate|teammates|manager|managers|dba|"
    "dbas|"
    "someone|somebody|person|guy|guys";
inline constexpr std::string_view kOwners =
    "engineer's|engineers'|developer's|developers'|programmer's|administrator's|admin's|sysadmin's|operator'"
    "s|"
    "technician's|intern's|employee's|contractor's|colleague's|coworker's|teammate's|manager's|someone's|"
    "somebody's";

inline constexpr std::array<std::string_view, 45> kBlame = {
    "careless*",
    "negligen*",
    "incompeten*",
    "reckless*",
    "irresponsib*",
    "inexcusable|unforgivable|unprofessional|unprofessionally",
    "sloppy|sloppiness|sloppily",
    "stupidity|stupidly|idiot|idiots|idiotic|moron|morons|foolishly",
    "stupid|silly|dumb|foolish mistake|mistakes|error|errors|typo|typos|oversight",
    "rookie|amateur|amateurish|beginner's|beginner mistake|mistakes|error|errors",
    "laziness",
    "too lazy to|and",
    "lazy|clueless|useless|incapable|inexperienced P",
    "should be ashamed",
    "shame on",
    "known better",
    "reprimand*",
    "dropped the ball",
    "asleep at the wheel",
    "fault of|by P",
    "fault of|by the|an|a|our P",
    "fault of|by the|an|a|our * P",
    "fault of|by the|an|a|our * * P",
    "my|our|your|his|her|their|Q fault",
    "my|our|your|his|her|their|Q own|personal fault",
    "Q mistake|mistakes|blunder|carelessness|ignorance",
    "mistake|mistakes|blunder of|by|from ... P",
    "mistake|mistakes|blunder made by ... P",
    "i|we|he|she|P am|is|was|are|were to blame",
    "i|we|he|she|P am|is|was|are|were partly|solely|also|entirely|clearly to blame",
    "blame|blames|blamed|blaming him|her|P",
    "blame|blames|blamed|blaming on|the|an|a|our P",
    "blame|blames|blamed|blaming on|the|an|a|our the|an|a|our|* P",
    "P|he|she|they|who forgot|forgets",
    "P|he|she|they|who had|have|has|simply|also|then|just forgot|forgotten",
    "P on call|duty forgot|forgets",
    "P|he|she|they|who messed|screwed up",
    "P|he|she|who broke|botched|wrecked|ruined",
    "he|she neglected|ignored|overlooked|mistyped|misread|misconfigured|failed",
    "he|she ran|typed|deleted|removed|dropped|pushed|deployed|entered|restarted|changed ... wrong",
    "he|she deleted|dropped|erased|wiped ... whole|entire|production|database|everything",
    "nobody bothered to",
    "we|they|he|she|P couldn't be bothered",
    "we|they|he|she|P didn't|never bother|bothered",
    "we|they|he|she|P did not bother",
};

// What a name must stand in front of to be blamed.
inline constexpr std::array<std::string_view, 4> kMistakes = {
    "forgot|forgets|broke|botched|wrecked|ruined|neglected|ignored|overlooked|mistyped|misread|misconfigured",
    "messed|screwed up",
    "failed to",
    "had|has forgotten",
};

inline constexpr std::array<std::string_view, 14> kHindsight = {
    "should|shouldn't have",
    "should've|shouldn't've",
    "should not have",
    "ought|oughtn't to have",
    "could|would|couldn't|wouldn't have",
    "could've|would've",
    "if only we|i|they|he|she|someone|somebody|anyone|P",
    "had we|i|they|he|she|someone|somebody|anyone "
    "only|known|noticed|checked|tested|seen|looked|read|used|followed",
    "we|i|he|she|team|teams|engineer|engineers|developer|developers|intern|staff failed to",
    "we|i|they|he|she|team|teams|nobody|P neglected to",
    "obviously",
    "clearly should|could",
    "it|that|this was|is|seemed obvious",
    "was|were painfully|glaringly|blindingly obvious",
};
// Rows before these depend on the words behind them, in two ways.
inline constexpr std::size_t kNegative = 2, kFirstEscape = 4, kFirstBare = 6;

// What a participle may be after "should have", besides words in -ed.
inline constexpr std::string_view kParticiples =
    "been|done|known|seen|made|run|gone|had|kept|caught|found|told|taken|given|set|left|shown|written|sent|"
    "built|put|"
    "read|thought|understood|held|chosen|come|become|led|met|said|spent|brought|got|let|thrown|fired|rung|"
    "spoken|"
    "begun|hit|shut|stuck|stood|cut|laid|split|broken|driven|drawn|taught|sought|bound|paid";
// What people look back on with "could have" and "would have". What else might have happened is no judgement.
inline constexpr std::string_view kSeenEarlier =
    "prevented|avoided|caught|detected|noticed|discovered|spotted|stopped|known|checked|tested|saved|"
    "shortened|reduced|"
    "helped|alerted|warned|told|revealed|identified|found|foreseen|fixed|mitigated|minimized|minimised";
inline constexpr std::string_view kBeenAvoided =
    "prevented|avoided|caught|detected|noticed|discovered|spotted|stopped|tested|shortened|reduced|found|"
    "foreseen|"
    "identified|fixed|mitigated|minimized|minimised|resolved|solved|averted|avoidable|preventable";

inline constexpr std::array<std::string_view, 9> kHumanCauses = {
    "human|operator|operational|personnel|staff|employee|developer|engineer|programmer|administrator|admin|"
    "sysadmin|"
    "intern|user|manual error|errors|mistake|mistakes|oversight|negligence|carelessness|fault|slip",
    "human failure|factor|misconfiguration",
    "Q error|errors|mistake|mistakes|oversight|negligence|carelessness|fault|typo",
    "P|he|she|who "
    "forgot|forgets|mistyped|misspelled|misspelt|misconfigured|misread|overlooked|neglected|botched",
    "P|he|she|who accidentally|mistakenly|wrongly|erroneously|carelessly|unintentionally|inadvertently *",
    "P|he|she|who had forgotten|mistyped|misspelled|misconfigured|misread|overlooked",
    "mistake|error|oversight|carelessness|negligence of|by|made by|one|the|an|a|our P",
    "mistake|error|oversight|carelessness|negligence made by ... P",
    // Only where the text tells a cause and nothing else.
    "P|he|she|who deleted|removed|dropped|ran|typed|entered|pushed|deployed|changed|edited|committed ... "
    "wrong|incorrect|wrongly|incorrectly",
};
inline constexpr std::size_t kFirstErred = 3, kFirstActed = 8;

// "user error page", "developer's fault tolerance": the words go on, and mean something else.
inline constexpr std::string_view kCompounds =
    "handling|page|pages|message|messages|log|logs|rate|rates|code|codes|counter|counters|report|reports|"
    "reporting|"
    "budget|budgets|recovery|correction|checking|console|tools|portal|site|server|machine|laptop|account|"
    "environment|"
    "dashboard|panel|api|mode|branch|tolerance|tolerant|injection|domain|domains|detection|line|lines|"
    "isolation";
inline constexpr std::array<std::string_view, 2> kCausal = {
    "cause|causes|caused|causing|because|due|root|reason|reasons|attributed|stem|stems|stemmed|trigger|"
    "triggers|"
    "triggered|originated|result|results|resulted|led|blame|culprit|why|introduced|down",
    "problem|issue|incident|outage|bug|fault was|is|occurred|happened",
};
inline constexpr std::array<std::string_view, 1> kNaming = {"it|this|that was|is"};
// What machines do with what is sloppy, and people with what they break.
inline constexpr std::string_view kHarmless =
    "quorum|quorums|mode|counter|down|into|off|out|up|through|even|away";
// Words before a phrase that turn it into its opposite, or into talk about it.
inline constexpr std::string_view kDenials =
    "not|no|none|nobody|never|without|isn't|wasn't|aren't|weren't|don't|doesn't|didn't|cannot|can't|avoid|"
    "avoids|"
    "avoiding|prevent|prevents|preventing|rather|instead|than|against|risk|risks|prone|possibility|chance|"
    "potential|"
    "room|likelihood|reduce|reduces|reducing|eliminate|eliminates|eliminating|minimize|minimise|tolerate|"
    "tolerates|"
    "neither|nor|hardly|less|fewer|assume|assumed|suspected|thought|if|whether|calling|future|further|"
    "another";

}  // namespace pmsite::wording
