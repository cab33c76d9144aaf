// SPDX-License-Identifier: Apache-2.0
#include "bindings.hpp"
#include "nouns.hpp"
#include "values.hpp"

#include <tieuchi/population.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tieuchi::python {

namespace {

/// Thrown through the library, out of work that was interrupted; nothing of it is kept.
struct interrupted {};

/// A `Subject`.
[[nodiscard]] subject to_subject(nb::handle given) {
    subject one;
    one.id = utf8(given.attr("id"));
    one.kind = utf8(given.attr("kind"));
    one.parent = utf8(given.attr("parent"));
    one.rater = utf8(given.attr("rater"));
    one.where = utf8(given.attr("where"));
    for (const auto [name, value] : nb::dict(given.attr("facts"))) {
        std::string fact = utf8(name);
        auto known = to_value(fact, value);
        one.values.emplace_back(std::move(fact), std::move(known));
    }
    return one;
}

/// For each subject: its assessments, the outcomes that quotas leave of each, and why it was refused.
[[nodiscard]] nb::list listed(const std::vector<subject_result>& results) {
    nb::list all;
    for (const subject_result& one : results) {
        nb::list outcomes;
        for (std::size_t i = 0; i < one.outcomes.size(); ++i) {
            outcomes.append(names_of(one.outcomes[i], one.assessments[i].standard()));
        }
        const auto answers = tuple_of(one.assessments, [](const assessment& of) { return nb::cast(of); });
        all.append(nb::make_tuple(answers, nb::tuple(outcomes), tuple_of(one.problems)));
    }
    return all;
}

[[nodiscard]] nb::tuple listed(const quota_result& of) {
    return nb::make_tuple(nb::cast(of.standard), of.quota, text(of.rater), to_python(of.counted), to_python(of.places),
                          tuple_of(of.kept), tuple_of(of.lost), tuple_of(of.open), tuple_of(of.tied));
}

/// Assesses subjects together, the others running on. `tell` is called now and then with the number done.
[[nodiscard]] nb::tuple score(const rulebook& by, nb::handle how, const nb::iterable& subjects, const nb::callable& tell) {
    population all(by, to_selection(how));
    for (const nb::handle one : subjects) { all.add(to_subject(one)); }
    std::optional<nb::python_error> failed;
    auto told = [&](std::size_t done) {
        const nb::gil_scoped_acquire held;
        try {
            if (PyErr_CheckSignals() != 0) { throw nb::python_error(); }
            tell(done);
        } catch (nb::python_error& error) {
            failed.emplace(std::move(error));
            throw interrupted();
        }
    };
    std::optional<result<std::vector<subject_result>>> results;
    std::vector<quota_result> quotas;
    try {
        const nb::gil_scoped_release others_run;
        results.emplace(all.assess(told));
        if (*results) { quotas = all.quotas(**results); }
    } catch (const interrupted&) { throw nb::python_error(std::move(*failed)); }
    if (!*results) { raise("SelectionError", results->error()); }
    return nb::make_tuple(listed(**results), tuple_of(quotas, [](const quota_result& one) { return listed(one); }));
}

} // namespace

void bind_population(nb::module_& to) {
    using namespace nb::literals;
    to.def("score", &score, "rulebook"_a, "selection"_a, "subjects"_a, "tell"_a);
}

} // namespace tieuchi::python
