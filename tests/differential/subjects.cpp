// SPDX-License-Identifier: Apache-2.0
#include "differential/subjects.hpp"

namespace differential {

namespace {

json::array ends_of(const tieuchi::decimal_range& range) {
    return {json::value(range.least.str()), json::value(range.most.str())};
}

std::string_view name_of(tieuchi::adjustment_kind kind) {
    switch (kind) {
    case tieuchi::adjustment_kind::at_most: return "at most ";
    case tieuchi::adjustment_kind::at_least: return "at least ";
    case tieuchi::adjustment_kind::exactly: break;
    }
    return "exactly ";
}

json::array adjustments_of(const tieuchi::assessment& answer) {
    const auto standard = answer.standard();
    json::array all;
    for (const auto& one : answer.adjustments()) {
        if (one.idle) { continue; } // it surely changes nothing
        all.emplace_back(
            json::object{{"rule", std::string(name_of(one.adjustment->kind)) + standard.outcomes()[one.adjustment->outcome].name},
                         {"status", one.certain ? "applied" : "possible"}});
    }
    return all;
}

} // namespace

std::string text_of(const json::value& given) {
    if (given.is_null()) { return {}; }
    if (given.is_bool()) { return given.as_bool() ? "yes" : "no"; }
    if (given.is_int64()) { return std::to_string(given.as_int64()); }
    return std::string(given.as_string());
}

tieuchi::value value_of(const json::value& given) {
    if (given.is_null()) { return tieuchi::unknown_value{}; }
    if (given.is_bool()) { return given.as_bool(); }
    return text_of(given);
}

tieuchi::selection selection_of(const json::object& request) {
    tieuchi::selection how;
    how.on = *tieuchi::parse_date(std::string(request.at("on").as_string()));
    if (const auto* const place = request.if_contains("place")) { how.jurisdiction = std::string(place->as_string()); }
    if (const auto* const year = request.if_contains("year")) { how.year = static_cast<int>(year->as_int64()); }
    if (const auto* const readings = request.if_contains("readings")) {
        for (const auto& [name, option] : readings->as_object()) {
            how.readings.emplace_back(name, std::string(option.as_string()));
        }
    }
    return how;
}

tieuchi::facts facts_of(const tieuchi::standard& standard, const json::object& subject) {
    tieuchi::facts given(standard);
    for (const auto& [name, value] : subject) { given.set(std::string_view(name), value_of(value)); }
    return given;
}

json::array names_of(const tieuchi::standard& standard, tieuchi::outcome_set outcomes) {
    json::array all;
    for (std::uint32_t i = 0; i < standard.outcomes().size(); ++i) {
        if (outcomes.contains(i)) { all.emplace_back(standard.outcomes()[i].name); }
    }
    return all;
}

json::array codes_of(const tieuchi::diagnostics& problems) {
    json::array all;
    for (const auto& one : problems) { all.emplace_back(one.code + " " + one.where + ": " + one.message); }
    return all;
}

json::object told(const tieuchi::assessment& answer) {
    json::object made{{"outcomes", names_of(answer.standard(), answer.outcomes())}};
    json::object findings;
    json::object points;
    json::object maxima;
    json::array excepted;
    for (const auto& one : answer.findings()) {
        findings[one.criterion->clause] = json::value(to_string(one.status));
        if (one.excepted) { excepted.emplace_back(one.criterion->clause); }
        if (one.points) { points[one.criterion->clause] = ends_of(*one.points); }
        if (one.maximum) { maxima[one.criterion->clause] = ends_of(*one.maximum); }
    }
    made["findings"] = std::move(findings);
    made["excepted"] = std::move(excepted);
    if (answer.total()) {
        made["total"] = ends_of(*answer.total());
        made["maximum"] = ends_of(*answer.maximum());
        made["points"] = std::move(points);
        made["maxima"] = std::move(maxima);
    }
    json::array because;
    for (const auto& one : answer.because()) { because.emplace_back(one); }
    made["because"] = std::move(because);
    json::array questions;
    for (const auto& one : answer.questions()) { questions.emplace_back(one.fact->name); }
    made["questions"] = std::move(questions);
    made["adjustments"] = adjustments_of(answer);
    if (!answer.problems().empty()) { made["problems"] = codes_of(answer.problems()); }
    return made;
}

} // namespace differential
