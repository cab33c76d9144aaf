// SPDX-License-Identifier: Apache-2.0
// Many subjects together.
#include "base/log.hpp"
#include "population/run.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE {

namespace impl::population {

namespace {

constexpr std::array<std::string_view, 3> roll_columns{"id", "parent", "rater"};

/// Subjects of whom these are wrong may belong to any body, of any rater.
[[nodiscard]] bool hides_parent(const misnomer& one) { return one.column != roll_columns.front(); }

} // namespace

subjects_roll::subjects_roll(const std::vector<subject>& of) : of_(of) {
    for (std::size_t i = 0; i < of_.size(); ++i) {
        const std::array<const std::string*, roll_columns.size()> told{&of_[i].id, &of_[i].parent, &of_[i].rater};
        const auto is_plain = [](const std::string* one) { return names::is_plain(*one); };
        if (std::all_of(told.begin(), told.end(), is_plain)) { continue; } // as mostly
        std::array<std::string, roll_columns.size()> form;
        for (std::size_t at = 0; at < told.size(); ++at) {
            if (const auto why = names::fault_of(*told[at])) { misnamed_[i].push_back({roll_columns[at], *why}); }
            form[at] = names::composed(*told[at]);
        }
        composed_.emplace(i, std::move(form));
    }
}

entry subjects_roll::at(std::size_t subject) const {
    const tieuchi::subject& one = of_[subject];
    entry made{one.id, one.parent, one.rater, one.parent_known, one.problems.empty()};
    const auto other = composed_.find(subject);
    if (other == composed_.end()) { return made; }
    made.id = other->second[0];
    made.parent = other->second[1];
    made.rater = other->second[2];
    if (const auto wrong = misnamed_.find(subject); wrong != misnamed_.end()) {
        made.readable = false;
        made.parent_known = made.parent_known && std::none_of(wrong->second.begin(), wrong->second.end(), hides_parent);
    }
    return made;
}

} // namespace impl::population

population::population(rulebook rules, selection how) : rules_(std::move(rules)), how_(std::move(how)) {}

void population::add(subject one) { subjects_.push_back(std::move(one)); }

result<std::vector<subject_result>> population::assess(progress told) const {
    auto by = impl::population::line_up_of(rules_, how_);
    if (!by) { return by.error(); }
    std::vector<subject_result> results = run(*this, *std::move(by)).assess(told);
    std::vector<std::vector<outcome_set>> left;
    left.reserve(results.size());
    for (subject_result& one : results) { left.push_back(std::move(one.outcomes)); }
    static_cast<void>(run::share_out(*this, results, left));
    for (std::size_t i = 0; i < results.size(); ++i) { results[i].outcomes = std::move(left[i]); }
    if (const auto log = impl::logger()) {
        log->info("tieuchi: {} subjects assessed by the rules of {}", subjects_.size(), to_string(how_.on));
    }
    return results;
}

std::vector<quota_result> population::quotas(const std::vector<subject_result>& results) const {
    std::vector<std::vector<outcome_set>> left;
    left.reserve(results.size());
    for (const subject_result& one : results) {
        std::vector<outcome_set>& own = left.emplace_back();
        for (const assessment& answer : one.assessments) { own.push_back(answer.outcomes()); }
    }
    return run::share_out(*this, results, left);
}

} // namespace TIEUCHI_NAMESPACE
