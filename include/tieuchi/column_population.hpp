// SPDX-License-Identifier: Apache-2.0
/// \file
/// A population held by columns: a table of subjects of many kinds, sub-units before the bodies above them, straight from Arrow memory.
#pragma once

#include <tieuchi/columns.hpp>
#include <tieuchi/population.hpp>
#include <tieuchi/progress.hpp>
#include <tieuchi/rulebook.hpp>

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace TIEUCHI_NAMESPACE {

namespace impl::population {
class table;
class population_evaluation;
} // namespace impl::population

/// What a table holds about a subject besides its facts. Views into the table.
struct subject_keys {
    std::string_view id;
    std::string_view parent; ///< empty: none
    std::string_view kind;
    std::string_view rater; ///< empty where there is one rater only
};

/// The answers for a population held by columns. Immutable and cheap to copy; any number of threads may share one. It keeps the table, so that
/// answers by columns are worked out when they are asked for, and any subject can be explained.
class TIEUCHI_API population_answers {
public:
    /// The number of subjects. Each is identified by its index in the data, from 0.
    [[nodiscard]] std::size_t size() const noexcept;
    /// The keys of a subject; empty where there is no such subject.
    [[nodiscard]] subject_keys keys(std::size_t subject) const;

    /// The standards that assess some subject, in the order of the rules.
    [[nodiscard]] const std::vector<standard>& standards() const& noexcept;
    [[nodiscard]] std::vector<standard> standards() const&& { return standards(); }

    /// The type of the answers by one of the standards: as <tieuchi/columns.hpp> has them, with two columns more and one less: first `row`,
    /// int64, the subject; last, where the standard has quotas, `before_quotas`, list<dictionary<int8, utf8>>, the outcomes possible before
    /// these, for `outcome`, `decided` and `possible` are those after them; no `has_problems`, for subjects that have some are refused. The
    /// caller releases it; where there is no such standard, it is released already.
    void answer_schema(std::size_t standard, ArrowSchema* out) const;
    /// The answers by one of the standards for the subjects that it assesses, in the order of the data, in batches of up to 65,536, each
    /// worked out when it is read. The caller releases it; where there is no such standard, it is released already.
    void answers(std::size_t standard, ArrowArrayStream* out) const;

    /// The subjects that were refused, ascending: subjects in = subjects answered + subjects refused.
    [[nodiscard]] const std::vector<std::size_t>& refused() const& noexcept;
    [[nodiscard]] std::vector<std::size_t> refused() const&& { return refused(); }
    /// What `population::assess` returns for one subject: its explained answers, or why it was refused. A subject that is not there is refused.
    [[nodiscard]] subject_result result_of(std::size_t subject) const;

    /// What `population::quotas` returns.
    [[nodiscard]] const std::vector<quota_result>& quotas() const& noexcept;
    [[nodiscard]] std::vector<quota_result> quotas() const&& { return quotas(); }

private:
    friend class column_population;
    explicit population_answers(std::shared_ptr<const impl::population::population_evaluation> held) noexcept
        : held_(std::move(held)) {}
    std::shared_ptr<const impl::population::population_evaluation> held_;
};

/// Assesses a table of subjects together, as <tieuchi/population.hpp> does, and with the same answers. Time is linear in the number of
/// subjects; the answers do not depend on the number of threads, nor on how the table is cut into batches.
///
/// Data: struct arrays whose columns are `id` (text, a dictionary of text, or whole numbers), `kind` (text, or a dictionary of text), where
/// there are sub-units `parent`, where there are several raters `rater` (both as `id`), and the facts of all kinds by their names, of types as
/// in <tieuchi/columns.hpp>. A null is unknown; a row that is null is a subject that could not be read, and is refused. So is one with a value
/// that does not fit its fact, or a value for a fact that its kind does not have.
class TIEUCHI_API column_population {
public:
    /// `options.on_problem` receives why subjects were refused; `options.every_fact` is ignored, for no kind has every fact. The error holds
    /// what is wrong with the selection.
    [[nodiscard]] static result<column_population> make(const rulebook& rules, const selection& selection,
                                                        column_options options = {});

    /// Adds a batch. `schema` stays the caller's; `rows` is taken over, and released when the last answers are gone, or at once when there
    /// is an error, and then nothing is added.
    [[nodiscard]] diagnostics add(const ArrowSchema& schema, ArrowArray* rows);
    /// Adds all batches of a stream, which is taken over.
    [[nodiscard]] diagnostics add(ArrowArrayStream* rows);

    /// Subjects added.
    [[nodiscard]] std::size_t size() const noexcept;

    /// Refuses a subject for problems that the host found when it read it; a problem without a `where` gets that of the subject. When its
    /// parent is not known, it may be a sub-unit of any body. Does nothing for a subject that was not added.
    void refuse(std::size_t subject, diagnostics problems, bool parent_known);
    /// Sets what messages call a subject; `row 12` by default.
    void set_subject_namer(std::function<std::string(std::size_t subject)> namer);

    /// Assesses all of them. `on_progress` is called from time to time with the number of subjects done.
    [[nodiscard]] population_answers assess(const progress& on_progress = {}) &&;

private:
    explicit column_population(std::shared_ptr<impl::population::table> held) noexcept : held_(std::move(held)) {}
    std::shared_ptr<impl::population::table> held_;
};

} // namespace TIEUCHI_NAMESPACE
