// SPDX-License-Identifier: Apache-2.0
#include "json/version_name.hpp"
#include "json/writer.hpp"

#include <tieuchi/difference.hpp>
#include <tieuchi/json.hpp>

#include <boost/json/serialize.hpp>

namespace TIEUCHI_NAMESPACE {

namespace impl::json {

std::string version_name(const standard& standard) {
    std::string text = standard.document().number;
    const char* before = ", amended by ";
    for (const std::string& amending : standard.amended_by()) {
        text += before + amending;
        before = ", ";
    }
    if (!standard.jurisdiction().empty()) { text += ", in " + standard.jurisdiction(); }
    return text + ", on " + to_string(standard.on());
}

} // namespace impl::json

std::string differences_to_json(const standard& before, const standard& after) {
    using namespace impl::json;
    boost::json::array all;
    for (const difference& difference : differences(before, after)) {
        const bool clause = difference.item == rule_item::criterion;
        all.emplace_back(
            boost::json::object{{"item", view(to_string(difference.item))},
                                {"change", view(to_string(difference.change))},
                                {"clause", clause ? boost::json::value(view(difference.name)) : boost::json::value()},
                                {"name", text_or_null(difference.name)},
                                {"before", text_or_null(difference.before)},
                                {"after", text_or_null(difference.after)},
                                {"document_before", text_or_null(difference.document_before)},
                                {"document_after", text_or_null(difference.document_after)}});
    }
    return boost::json::serialize(boost::json::object{{"standard", view(after.name())},
                                                      {"before", view(version_name(before))},
                                                      {"after", view(version_name(after))},
                                                      {"differences", std::move(all)}});
}

} // namespace TIEUCHI_NAMESPACE
