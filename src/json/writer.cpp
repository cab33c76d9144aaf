// SPDX-License-Identifier: Apache-2.0
#include "json/writer.hpp"

namespace TIEUCHI_NAMESPACE::impl::json {

namespace {

[[nodiscard]] boost::json::value to_value(const fact& fact, decimal bound) {
    const std::int64_t whole = bound.units() / decimal::one;
    switch (fact.type) {
    case fact_type::yes_no: return boost::json::value(whole != 0);
    case fact_type::count: return boost::json::value(whole);
    case fact_type::date: return boost::json::value(view(to_string(date_from_days(whole))));
    case fact_type::one_of: return boost::json::value(view(fact.options[static_cast<std::size_t>(whole)].name));
    case fact_type::number:
    case fact_type::percent:
    case fact_type::judged: break;
    }
    return boost::json::value(view(bound.str()));
}

} // namespace

boost::json::object to_object(const labels& label) {
    boost::json::object object;
    for (const auto& entry : label.entries()) {
        object.emplace(view(entry.language.empty() ? "und" : entry.language), view(entry.text));
    }
    return object;
}

boost::json::array to_array(const std::vector<std::string>& texts) {
    boost::json::array array;
    for (const std::string& text : texts) { array.emplace_back(view(text)); }
    return array;
}

boost::json::value to_value(const std::optional<decimal_range>& range) {
    if (!range) { return nullptr; }
    return boost::json::object{{"least", view(range->least.str())}, {"most", view(range->most.str())}};
}

boost::json::value to_value(const fact_value& fact) {
    if (fact.known()) { return to_value(*fact.fact, fact.range.least); }
    if (fact.unknown()) { return nullptr; }
    return boost::json::object{{"least", to_value(*fact.fact, fact.range.least)},
                               {"most", to_value(*fact.fact, fact.range.most)}};
}

boost::json::object to_object(const std::vector<fact_value>& facts) {
    boost::json::object object;
    for (const fact_value& fact : facts) { object.emplace(view(fact.fact->name), to_value(fact)); }
    return object;
}

boost::json::array outcome_names(const standard& standard, outcome_set outcomes) {
    boost::json::array names;
    for (std::uint32_t index = 0; index < standard.outcomes().size(); ++index) {
        if (outcomes.contains(index)) { names.emplace_back(view(standard.outcomes()[index].name)); }
    }
    return names;
}

} // namespace TIEUCHI_NAMESPACE::impl::json
