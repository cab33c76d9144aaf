// SPDX-License-Identifier: Apache-2.0
#include "json/writer.hpp"

#include <tieuchi/json.hpp>

#include <boost/json/serialize.hpp>

namespace TIEUCHI_NAMESPACE {

namespace impl::json {
namespace {

/// Its lines and columns in a rule file; null for problems in data.
[[nodiscard]] boost::json::value location_of(const diagnostic& problem) {
    if (problem.origin == nullptr) { return nullptr; }
    const text_position first = problem.origin->position_of(problem.at.begin);
    const text_position last = problem.origin->position_of(problem.at.end);
    return boost::json::object{{"file", view(problem.origin->name())},
                               {"line", first.line},
                               {"column", first.column},
                               {"end_line", last.line},
                               {"end_column", last.column}};
}

} // namespace
} // namespace impl::json

std::string to_json(const diagnostics& problems) {
    using namespace impl::json;
    boost::json::array array;
    for (const diagnostic& problem : problems) {
        array.emplace_back(boost::json::object{
            {"code", view(problem.code)},
            {"severity", problem.is_error() ? "error" : "warning"},
            {"message", clean_text(problem.message)},
            {"help", problem.help.empty() ? boost::json::value() : boost::json::value(clean_text(problem.help))},
            {"location", location_of(problem)},
            {"where", problem.where.empty() ? boost::json::value() : boost::json::value(clean_text(problem.where))}});
    }
    return boost::json::serialize(array);
}

} // namespace TIEUCHI_NAMESPACE
