// SPDX-License-Identifier: Apache-2.0
#include "json/writer.hpp"

#include <tieuchi/json.hpp>

#include <boost/json/serialize.hpp>

#include <algorithm>

namespace TIEUCHI_NAMESPACE {

namespace impl::json {
namespace {

[[nodiscard]] std::uint32_t line_of(const example_result& example, span at) { return example.origin->position_of(at.begin).line; }

[[nodiscard]] boost::json::object to_object(const example_result& example) {
    boost::json::array unmet;
    for (const unmet_expectation& expectation : example.unmet) {
        unmet.emplace_back(boost::json::object{{"line", line_of(example, expectation.at)},
                                               {"expected", view(expectation.expected)},
                                               {"got", view(expectation.got)}});
    }
    return {{"name", view(example.name)},
            {"standard", view(example.standard)},
            {"document", view(example.document)},
            {"on", view(to_string(example.on))},
            {"jurisdiction", text_or_null(example.jurisdiction)},
            {"file", view(example.origin->name())},
            {"line", line_of(example, example.at)},
            {"passed", example.passed()},
            {"unmet", std::move(unmet)}};
}

[[nodiscard]] boost::json::object to_object(const standard_coverage& covered) {
    boost::json::array parts;
    for (const coverage& part : covered.parts) {
        parts.emplace_back(boost::json::object{
            {"part", view(to_string(part.part))}, {"name", view(part.name)}, {"yes", part.yes}, {"no", part.no}});
    }
    return {{"standard", view(covered.standard)},
            {"document", view(covered.document)},
            {"examples", covered.examples},
            {"parts", std::move(parts)}};
}

} // namespace
} // namespace impl::json

std::string to_json(const test_report& report) {
    using namespace impl::json;
    boost::json::array examples;
    for (const example_result& example : report.examples) { examples.emplace_back(to_object(example)); }
    boost::json::array coverage;
    for (const standard_coverage& covered : report.coverage) { coverage.emplace_back(to_object(covered)); }
    const auto passed = static_cast<std::size_t>(std::count_if(report.examples.begin(), report.examples.end(),
                                                               [](const example_result& example) { return example.passed(); }));
    return boost::json::serialize(boost::json::object{{"passed", passed},
                                                      {"failed", report.examples.size() - passed},
                                                      {"examples", std::move(examples)},
                                                      {"coverage", std::move(coverage)}});
}

} // namespace TIEUCHI_NAMESPACE
