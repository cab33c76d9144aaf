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

/// A `Subject`.
[[nodiscard]] subject to_subject(nb::handle given) {
    subject one;
    one.id = utf8(given.attr("id"));
    one.kind = utf8(given.attr("kind"));
    one.parent = utf8(given.attr("parent"));
    one.rater = utf8(given.attr("rater"));
    one.where = utf8(given.attr("where"));
    const auto facts = nb::cast<nb::dict>(nb::module_::import_("builtins").attr("dict")(given.attr("facts"))); // of any mapping
    for (const auto [name, value] : facts) {
        std::string fact = utf8(name);
        auto known = to_value(fact, value);
        one.values.emplace_back(std::move(fact), std::move(known));
    }
    return one;
}

/// Assesses subjects together.
[[nodiscard]] nb::tuple score(const rulebook& by, nb::handle how, const nb::iterable& subjects, const nb::callable& tell) {
    population all(by, to_selection(how));
    for (const nb::handle one : subjects) { all.add(to_subject(one)); }
    std::optional<result<std::vector<subject_result>>> results;
    std::vector<quota_result> quotas;
    follow(tell, [&](const progress& told) {
        results.emplace(all.assess(told));
        if (*results) { quotas = all.quotas(**results); }
    });
    if (!*results) { raise("SelectionError", results->error()); }
    const auto told = tuple_of(**results, [](const subject_result& one) { return to_python(one); });
    return nb::make_tuple(told, to_python(quotas));
}

} // namespace

nb::tuple to_python(const subject_result& of) {
    nb::list outcomes;
    for (std::size_t i = 0; i < of.outcomes.size(); ++i) {
        outcomes.append(names_of(of.outcomes[i], of.assessments[i].standard()));
    }
    const auto answers = tuple_of(of.assessments, [](const assessment& one) { return nb::cast(one); });
    return nb::make_tuple(answers, nb::tuple(outcomes), tuple_of(of.problems));
}

nb::tuple to_python(const quota_result& of) {
    return nb::make_tuple(nb::cast(of.standard), of.quota, text(of.rater), to_python(of.counted), to_python(of.seats),
                          tuple_of(of.kept), tuple_of(of.lost), tuple_of(of.open), tuple_of(of.tied));
}

void bind_population(nb::module_& to) {
    using namespace nb::literals;
    to.def("score", &score, "rulebook"_a, "selection"_a, "subjects"_a, "tell"_a);
}

} // namespace tieuchi::python
