// SPDX-License-Identifier: Apache-2.0
/// \file
/// Many subjects: put in order, assessed from the leaves up.
#pragma once

#include <tieuchi/impl/base/log.hpp>
#include <tieuchi/impl/plan/bound.hpp>
#include <tieuchi/population.hpp>

#include <algorithm>
#include <map>
#include <unordered_map>

namespace tieuchi {

population::population(rulebook rules, selection how) : rules_(std::move(rules)), how_(std::move(how)) {}

void population::add(subject one) { subjects_.push_back(std::move(one)); }

namespace impl::population {
namespace {

constexpr std::size_t nowhere = SIZE_MAX;

/// The shape of the population: who is below whom, and what is wrong with that.
struct family {
    std::vector<std::size_t> parent; ///< index of each subject's parent, or `nowhere`
    std::vector<std::vector<std::size_t>> children;
    std::vector<std::size_t> order; ///< children before parents; subjects on a cycle are missing
    std::size_t lost = 0;           ///< subjects that may be sub-units of any body: their parent is not known
};

[[nodiscard]] diagnostic problem_with(const subject& one, std::string_view column, std::string code, std::string message,
                                      std::string help = {}) {
    diagnostic made;
    made.code = std::move(code);
    made.message = std::move(message);
    made.help = std::move(help);
    made.where = one.where.empty() ? one.id : one.where;
    if (!column.empty()) {
        made.where += made.where.empty() ? "" : ": ";
        made.where += column;
    }
    return made;
}

[[nodiscard]] family arrange(const std::vector<subject>& subjects, std::vector<subject_result>& results) {
    family made;
    made.parent.assign(subjects.size(), nowhere);
    made.children.resize(subjects.size());
    std::unordered_map<std::string_view, std::size_t> by_id;
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        const bool said = !subjects[i].problems.empty(); // refused already: one reason is enough
        if (said) {
            by_id.emplace(subjects[i].id, i);
        } else if (subjects[i].id.empty()) {
            results[i].problems.push_back(
                problem_with(subjects[i], "id", "E414", "a subject without an id", "give each subject an id of its own"));
        } else if (const auto [first, added] = by_id.emplace(subjects[i].id, i); !added) {
            const subject& other = subjects[first->second];
            results[i].problems.push_back(problem_with(subjects[i], "id", "E411",
                                                       "a second subject `" + subjects[i].id + "`" +
                                                           (other.where.empty() ? "" : ", the first is at " + other.where),
                                                       "give each subject an id of its own"));
        }
    }
    std::vector<std::size_t> waiting(subjects.size(), 0); // children not yet in order
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        if (!subjects[i].parent_known) {
            ++made.lost;
            continue;
        }
        if (subjects[i].parent.empty()) { continue; }
        const auto found = by_id.find(subjects[i].parent);
        if (found == by_id.end()) {
            ++made.lost;
            if (!subjects[i].problems.empty()) { continue; }
            results[i].problems.push_back(problem_with(subjects[i], "parent", "E412",
                                                       "there is no subject `" + subjects[i].parent + "` to be the parent",
                                                       "leave it empty, or add that subject"));
            continue;
        }
        made.parent[i] = found->second;
        made.children[found->second].push_back(i);
        ++waiting[found->second];
    }
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        if (waiting[i] == 0) { made.order.push_back(i); }
    }
    for (std::size_t next = 0; next < made.order.size(); ++next) {
        const std::size_t above = made.parent[made.order[next]];
        if (above != nowhere && --waiting[above] == 0) { made.order.push_back(above); }
    }
    // A subject has one parent, so what still waits is exactly what stands on a cycle.
    constexpr int most_named = 6;
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        if (waiting[i] == 0) { continue; }
        ++made.lost;
        std::string path = "`" + subjects[i].id + "`";
        std::size_t at = made.parent[i];
        for (int named = 0; at != i && named < most_named; at = made.parent[at], ++named) {
            path += " is below `" + subjects[at].id + "`, which";
        }
        path += at == i ? " is below `" + subjects[i].id + "` again" : " … and so on";
        results[i].problems.push_back(problem_with(subjects[i], "parent", "E413", "the parents go round in a circle: " + path,
                                                   "a subject cannot be above itself"));
    }
    return made;
}

/// `yes` a sub-unit that surely counts, `unknown` one that may.
void add_to(plan::interval& count, plan::truth one) {
    count.least += one == plan::yes ? 1 : 0;
    count.most += (one & plan::yes) != 0 ? 1 : 0;
}

[[nodiscard]] bool anything_in_force(const rulebook& rules, date on) {
    for (const auto& one : rules.documents()) {
        if (one.in_force_on(on)) { return true; }
    }
    return false;
}

} // namespace
} // namespace impl::population

/// One subject's facts as its own values tell them, for each of its standards.
std::vector<facts> population::facts_of(std::size_t at, const std::vector<tieuchi::standard>& standards) const {
    const subject& one = subjects_[at];
    std::vector<facts> given;
    for (const auto& standard : standards) {
        given.emplace_back(standard);
        given.back().set(0, value{one.kind});
    }
    for (const auto& [name, told] : one.values) {
        bool known = false;
        for (std::size_t i = 0; i < standards.size(); ++i) {
            if (const auto slot = standards[i].slot(name)) {
                known = true;
                given[i].set(*slot, told);
            }
        }
        if (!known) { given.front().set(name, told); } // says so
    }
    return given;
}

/// Whether a sub-unit counts: yes, no, or not known.
impl::plan::truth population::counts(const impl::bound_tally& tally, std::size_t child, const subject_result& result,
                                     scratch& work) const {
    if (result.refused()) { return impl::plan::unknown; } // even its kind may be what is wrong with it
    const std::string& kind = subjects_[child].kind;
    const auto over = std::find_if(tally.kinds.begin(), tally.kinds.end(), [&](const auto& one) { return one.kind == kind; });
    if (over == tally.kinds.end()) { return impl::plan::no; }
    for (const auto& answer : result.assessments) {
        if (answer.bound_->model != over->standard) { continue; }
        const impl::plan::program& condition = over->program;
        if (work.numbers_.size() < condition.numbers) { work.numbers_.resize(condition.numbers); }
        if (work.truths_.size() < condition.truths) { work.truths_.resize(condition.truths); }
        impl::plan::run(condition, answer.slots_, answer.outcomes_.bits(), work.numbers_, work.truths_);
        return work.truths_[condition.where];
    }
    return impl::plan::unknown;
}

/// Fills in the facts that are counted from sub-units, and refuses a subject whose own counts contradict them. `lost` is the number
/// of subjects that may be sub-units of any body.
void population::count_subunits(std::size_t at, const std::vector<std::size_t>& children, std::size_t lost,
                                std::vector<facts>& given, std::vector<subject_result>& results) const {
    scratch work;
    for (facts& one : given) {
        for (const auto& tally : one.of_->tallies) {
            const auto is_tallied = [&](std::size_t child) {
                return std::any_of(tally.kinds.begin(), tally.kinds.end(),
                                   [&](const auto& over) { return over.kind == subjects_[child].kind; });
            };
            if (std::none_of(children.begin(), children.end(), is_tallied)) { continue; } // not listed is not none
            impl::plan::interval count{0, static_cast<std::int64_t>(lost)};
            for (const std::size_t child : children) {
                impl::population::add_to(count, counts(tally, child, results[child], work));
            }
            const impl::plan::interval allowed = one.of_->nothing_known[tally.slot];
            impl::plan::interval& slot = one.slots_[tally.slot];
            const impl::plan::interval agreed{std::max(slot.least, count.least), std::min(slot.most, count.most)};
            if (agreed.least <= agreed.most) {
                slot = agreed;
                continue;
            }
            const std::string& name = one.of_->model->facts[tally.slot].name;
            std::string found = "the sub-units listed make it " + std::to_string(count.least);
            if (!count.known()) { found += " to " + std::to_string(count.most); }
            const bool told = slot != allowed;
            results[at].problems.push_back(impl::population::problem_with(
                subjects_[at], name, "E415",
                "`" + name + "` is " +
                    (told ? "said to be " + std::to_string(slot.least)
                          : "from " + std::to_string(allowed.least) + " to " + std::to_string(allowed.most)) +
                    ", but " + found,
                told ? "leave it empty to have it counted, or list every sub-unit"
                     : "the rules state its bounds; look for sub-units missing or too many"));
        }
    }
}

result<std::vector<subject_result>> population::assess(progress told) const {
    using namespace impl::population;
    if (!anything_in_force(rules_, how_.on)) {
        diagnostic none;
        none.code = "E502";
        none.message = "no document is in force on " + to_string(how_.on);
        return diagnostics{none};
    }
    std::map<std::string, result<std::vector<tieuchi::standard>>, std::less<>> by_kind;
    for (const auto& kind : rules_.kinds()) {
        auto found = rules_.standards_for(kind, how_);
        if (!found && found.error().front().code != "E502") { return found.error(); } // a reading that is not there
        by_kind.emplace(kind, std::move(found));
    }

    std::vector<subject_result> results(subjects_.size());
    for (std::size_t i = 0; i < subjects_.size(); ++i) { results[i].problems = subjects_[i].problems; }
    const family shape = arrange(subjects_, results);
    std::size_t done = 0;
    for (const std::size_t at : shape.order) {
        const subject& one = subjects_[at];
        subject_result& mine = results[at];
        const auto kind = by_kind.find(one.kind);
        if (!one.problems.empty()) {
            // refused before it came here
        } else if (!one.parent_known) {
            mine.problems.push_back(problem_with(one, "parent", "E412", "the body that it belongs to is not known"));
        } else if (kind == by_kind.end()) {
            auto unknown = rules_.standards_for(one.kind, how_);
            diagnostic why = problem_with(one, "kind", "E410", unknown.error().front().message, unknown.error().front().help);
            mine.problems.push_back(std::move(why));
        } else if (!kind->second) {
            const diagnostic& why = kind->second.error().front();
            mine.problems.push_back(problem_with(one, "kind", why.code, why.message, why.help));
        } else {
            auto given = facts_of(at, *kind->second);
            if (!shape.children[at].empty()) { count_subunits(at, shape.children[at], shape.lost, given, results); }
            for (const auto& facts : given) {
                for (const auto& why : facts.problems()) {
                    mine.problems.push_back(problem_with(one, why.where, why.code, why.message, why.help));
                }
            }
            for (std::size_t i = 0; i < given.size() && !mine.refused(); ++i) {
                mine.assessments.push_back((*kind->second)[i].assess(given[i]));
            }
        }
        ++done;
        if (done % 256 == 0) { told(done); }
    }
    told(subjects_.size());
    if (const auto log = impl::logger()) {
        log->info("tieuchi: {} subjects assessed by the rules of {}", subjects_.size(), to_string(how_.on));
    }
    return results;
}

} // namespace tieuchi
