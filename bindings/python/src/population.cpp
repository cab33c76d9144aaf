// SPDX-License-Identifier: Apache-2.0
#include "bindings.hpp"
#include "nouns.hpp"
#include "results.hpp"
#include "values.hpp"

#include <tieuchi/population.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tieuchi::python {

namespace {

/// From a `Subject`.
[[nodiscard]] subject to_subject(nb::handle object) {
    subject entry;
    entry.id = utf8(object.attr("id"));
    entry.kind = utf8(object.attr("kind"));
    entry.parent = utf8(object.attr("parent"));
    entry.rater = utf8(object.attr("rater"));
    entry.where = utf8(object.attr("where"));
    const auto facts = nb::cast<nb::dict>(nb::module_::import_("builtins").attr("dict")(object.attr("facts"))); // of any mapping
    for (const auto [name, value] : facts) {
        std::string fact = utf8(name);
        auto converted = to_value(fact, value);
        entry.values.emplace_back(std::move(fact), std::move(converted));
    }
    return entry;
}

/// Assesses subjects together.
[[nodiscard]] nb::tuple score(const rulebook& rules, nb::handle selection, const nb::iterable& subjects,
                              const nb::callable& tell) {
    population group(rules, to_selection(selection));
    for (const nb::handle item : subjects) { group.add(to_subject(item)); }
    std::optional<result<std::vector<subject_result>>> results;
    std::vector<quota_result> quotas;
    follow(tell, [&](const progress& on_progress) {
        results.emplace(group.assess(on_progress));
        if (*results) { quotas = group.quotas(**results); }
    });
    if (!*results) { raise("SelectionError", results->error()); }
    const auto scores = tuple_of(**results, [](const subject_result& score) { return to_python(score); });
    return nb::make_tuple(scores, to_python(quotas));
}

} // namespace

nb::tuple to_python(const subject_result& result) {
    nb::list outcomes;
    for (std::size_t i = 0; i < result.outcomes.size(); ++i) {
        outcomes.append(names_of(result.outcomes[i], result.assessments[i].standard()));
    }
    const auto answers = tuple_of(result.assessments, [](const assessment& answer) { return nb::cast(answer); });
    return nb::make_tuple(answers, nb::tuple(outcomes), tuple_of(result.problems));
}

nb::tuple to_python(const quota_result& quota) {
    return nb::make_tuple(nb::cast(quota.standard), quota.quota, text(quota.rater), to_python(quota.counted),
                          to_python(quota.seats), tuple_of(quota.kept), tuple_of(quota.lost), tuple_of(quota.open),
                          tuple_of(quota.tied));
}

void bind_population(nb::module_& core) {
    using namespace nb::literals;
    core.def("score", &score, "rulebook"_a, "selection"_a, "subjects"_a, "tell"_a);
}

} // namespace tieuchi::python
