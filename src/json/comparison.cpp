// SPDX-License-Identifier: Apache-2.0
#include "json/writer.hpp"

#include <tieuchi/json.hpp>

#include <boost/json/serialize.hpp>

namespace TIEUCHI_NAMESPACE {

namespace impl::json {
namespace {

[[nodiscard]] boost::json::object side_of(const assessment& answer, std::string_view name) {
    return {{"name", view(name)},
            {"possible", outcome_names(answer.standard(), answer.outcomes())},
            {"total", to_value(answer.total())}};
}

[[nodiscard]] boost::json::object side_of(const finding& finding) {
    return {{"status", view(to_string(finding.status))},
            {"excepted", finding.excepted},
            {"points", to_value(finding.points)},
            {"maximum", to_value(finding.maximum)}};
}

[[nodiscard]] boost::json::value side_of(const fact_value& fact) { return text_or_null(fact.unknown() ? "" : fact.text()); }

[[nodiscard]] boost::json::array to_array(const std::vector<fact_difference>& facts) {
    boost::json::array array;
    for (const fact_difference& difference : facts) {
        array.emplace_back(boost::json::object{{"fact", view(difference.first.fact->name)},
                                               {"first", side_of(difference.first)},
                                               {"second", side_of(difference.second)}});
    }
    return array;
}

} // namespace
} // namespace impl::json

std::string to_json(const comparison& comparison, std::string_view first_name, std::string_view second_name) {
    using namespace impl::json;
    const standard standard = comparison.first.standard();
    boost::json::array criteria;
    for (const criterion_difference& difference : comparison.criteria) {
        criteria.emplace_back(boost::json::object{{"clause", view(difference.first.criterion->clause)},
                                                  {"first", side_of(difference.first)},
                                                  {"second", side_of(difference.second)},
                                                  {"facts", to_array(difference.facts)}});
    }
    return boost::json::serialize(boost::json::object{{"standard", view(standard.name())},
                                                      {"document", view(standard.document().number)},
                                                      {"document_status", view(to_string(standard.status()))},
                                                      {"on", view(to_string(standard.on()))},
                                                      {"comparable", comparison.comparable},
                                                      {"same", comparison.same()},
                                                      {"first", side_of(comparison.first, first_name)},
                                                      {"second", side_of(comparison.second, second_name)},
                                                      {"criteria", std::move(criteria)},
                                                      {"facts", to_array(comparison.facts)}});
}

} // namespace TIEUCHI_NAMESPACE
