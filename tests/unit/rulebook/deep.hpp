// SPDX-License-Identifier: Apache-2.0
/// \file
/// Rules that lie as deep in each other as they may, each in another way, and rules that go wrong down there.
#pragma once

#include <tieuchi/tieuchi.hpp>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace deep {

inline std::string repeated(const std::string& piece, unsigned count) {
    std::string all;
    while (count-- > 0) { all += piece; }
    return all;
}

/// All ways, by name, `levels` deep; chains of quantities with as many `links`.
inline std::vector<std::pair<std::string, std::string>> ways(unsigned levels, unsigned links = 600) {
    const std::string head =
        "document \"1\" { title \"t\" status draft in force from 2020-01-01 facts { a yes_no b count at most 2 ";
    const std::string end = " outcome met when every criterion is met outcome not_met otherwise }\n";
    const auto in_facts = [&](const std::string& facts, const std::string& body) {
        return head + facts + "} }\nstandard s for k {" + body + end;
    };
    const auto in_standard = [&](const std::string& body) { return in_facts("", body); };
    const auto within = [&](const std::string& open, const std::string& inside, const std::string& close, unsigned count) {
        return repeated(open, count) + inside + repeated(close, count);
    };
    const unsigned half = levels / 2;
    std::string taken = "criterion c0 when " + within("not (", "a", ")", levels / 2);
    for (unsigned i = 1; i <= levels; ++i) { taken += " criterion c" + std::to_string(i) + " same as c" + std::to_string(i - 1); }
    std::string taken_in_parts = "criterion c0 when " + within("b-(", "b", ")", levels) + " > 0";
    for (unsigned i = 1; i <= half; ++i) {
        taken_in_parts += " criterion c" + std::to_string(i) + " all of { a same as c" + std::to_string(i - 1) + " }";
    }
    std::string chain;
    std::string chain_of_deep;
    for (unsigned i = 0; i < links; ++i) {
        chain += "q" + std::to_string(i) + " = 1 - q" + std::to_string(i + 1) + " ";
        if (i > 600 || levels > 1'000) { continue; } // else a text of many megabytes
        chain_of_deep += "q" + std::to_string(i) + " = 1 when " +
                         within("a or a and (", "q" + std::to_string(i + 1) + " = 1", ")", levels) + ", otherwise 0 ";
    }
    const std::string last = "q" + std::to_string(links);
    const std::string unless = within("a all of { ", "a when a unless " + within("not ", "a", "", half), " }", half - 1);
    return {
        {"parentheses", in_standard("criterion 1 when " + within("(", "a", ")", levels))},
        {"one too many", in_standard("criterion 1 when " + within("(", "a", ")", levels + 1))},
        {"not closed", in_standard("criterion 1 when " + within("(", "a", "", levels))},
        {"nots", in_standard("criterion 1 when " + within("not ", "a", "", levels))},
        {"differences", in_standard("criterion 1 when " + within("b - (", "b", ")", levels) + " > 0")},
        {"products", in_standard("criterion 1 when " + within("0 * (", "b", ")", levels) + " > 0")},
        {"shares", in_standard("criterion 1 when b >= " + within("0% of (b + ", "b", ")", half))},
        {"joined conditions", in_standard("criterion 1 when " + within("a or a and (", "a", ")", levels))},
        {"joined, unknown name", in_standard("criterion 1 when " + within("a or a and (", "x", ")", levels))},
        {"compared", in_standard("criterion 1 when " + within("a or b = 1 and not (", "a", ")", half))},
        {"rates",
         in_standard("criterion 1 when " + within("b per 2 (b + ", "b", ")", 1) + " < " + within("(", "b", ")", levels))},
        {"criteria", in_standard("criterion 1 all of { " + within("a all of { ", "a when a", " }", levels - 1) + " }")},
        {"criteria not closed", in_standard("criterion 1 all of { " + within("a all of { ", "a when a", "", levels - 1))},
        {"criteria gone wrong", in_standard("criterion 1 all of { " + within("a all of { ", "a when", " }", levels - 1) + " }")},
        {"criteria gone wrong everywhere",
         in_standard("criterion 1 all of { " + within("a all off { ", "a when a", " }", levels - 1) + " }")},
        {"criteria and conditions",
         in_standard("criterion 1 all of { " +
                     within("a any of { ", "a when " + within("a or a and (", "a", ")", half), " }", half - 1) + " }")},
        {"exceptions", in_standard("criterion 1 all of { " + unless + " }")},
        {"events", in_standard("criterion 1 none of { " + within("a all of { ", "a when a", " }", levels - 1) + " }")},
        {"points",
         in_standard("criterion 1 { " + within("a sum of { ", "a 5 points when a b 1 point when a", " }", levels - 1) + " }")},
        {"least points", in_standard("not applicable is left out criterion 1 least of { " +
                                     within("a greatest of { ", "a 5 points when a only where b > 1", " }", levels - 1) + " }")},
        {"taken", in_standard(taken)},
        {"taken in parts", in_standard(taken_in_parts)},
        {"quantities", in_facts(chain + last + " = b ", "criterion 1 when q0 > 0")},
        {"quantities, deep each", in_facts(chain_of_deep + last + " = b ", "criterion 1 when q0 > 0")},
        {"quantities in a circle", in_facts(chain + last + " = q0 ", "criterion 1 when q0 > 0")},
    };
}

/// Calls what the library has to say about rules, right or wrong.
inline void call_everything(const std::string& text, const tieuchi::limits& bounds) {
    const auto file = std::make_shared<const tieuchi::source>("deep.tieuchi", text);
    static_cast<void>(tieuchi::format(file, bounds));
    const auto made = tieuchi::rulebook::parse({file}, bounds);
    if (!made) {
        static_cast<void>(tieuchi::to_string(made.error()));
        return;
    }
    static_cast<void>(made->test());
    const auto by = made->standard("s", {.on = tieuchi::date(2022, 6, 1)});
    if (!by) { return; }
    tieuchi::facts known(*by);
    static_cast<void>(by->assess(known).questions());
    known.set("b", std::int64_t{2});
    const auto answer = by->assess(known);
    static_cast<void>(tieuchi::explain(answer));
    static_cast<void>(tieuchi::to_json(answer));
    static_cast<void>(tieuchi::differences(*by, *by));
    static_cast<void>(tieuchi::compare(answer, answer));
}

} // namespace deep
