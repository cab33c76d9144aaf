// SPDX-License-Identifier: Apache-2.0
// Definitions of <tieuchi/column_population.hpp>.
#include "base/log.hpp"
#include "population/answer_stream.hpp"

namespace TIEUCHI_NAMESPACE {

result<column_population> column_population::make(const rulebook& rules, const selection& selection, column_options options) {
    auto standards = impl::population::standards_in_force(rules, selection);
    if (!standards) { return standards.error(); }
    return column_population(
        std::make_shared<impl::population::table>(rules, selection, std::move(options), *std::move(standards)));
}

diagnostics column_population::add(const ArrowSchema& schema, ArrowArray* rows) {
    impl::arrow::arrow_owner<ArrowArray> batch(*rows);
    auto table_layout = held_->layout_of(schema);
    if (!table_layout) { return table_layout.error(); }
    return held_->add(*std::move(table_layout), std::move(batch));
}

diagnostics column_population::add(ArrowArrayStream* rows) {
    using namespace impl::arrow;
    arrow_owner<ArrowArrayStream> stream(*rows);
    const std::size_t before = held_->parts().size();
    ArrowSchema described{};
    if (const int code = stream->get_schema(&*stream, &described); code != 0) { return stream_failed(*stream, code); }
    const arrow_owner<ArrowSchema> schema(described);
    const auto table_layout = held_->layout_of(*schema);
    if (!table_layout) { return table_layout.error(); }
    try {
        diagnostics problems;
        while (problems.empty()) {
            ArrowArray taken{};
            if (const int code = stream->get_next(&*stream, &taken); code != 0) { problems = stream_failed(*stream, code); }
            arrow_owner<ArrowArray> batch(taken);
            if (problems.empty() && batch.empty()) { return {}; }
            if (problems.empty()) { problems = held_->add(*table_layout, std::move(batch)); }
        }
        held_->shrink(before);
        return problems;
    } catch (...) {
        held_->shrink(before);
        throw;
    }
}

std::size_t column_population::size() const noexcept { return held_->size(); }

void column_population::refuse(std::size_t subject, diagnostics problems, bool parent_known) {
    if (subject < held_->size()) { held_->refuse(subject, std::move(problems), parent_known); }
}

void column_population::set_subject_namer(std::function<std::string(std::size_t)> namer) {
    held_->set_subject_namer(std::move(namer));
}

population_answers column_population::assess(const progress& on_progress) && {
    const std::shared_ptr<const impl::population::table> table = std::move(held_);
    auto answers = std::make_shared<const impl::population::population_evaluation>(table, on_progress);
    const column_options& options = table->options;
    std::size_t shown = 0;
    for (const std::size_t subject : answers->refused()) {
        if (!options.on_problem || shown == options.max_problems) { break; }
        for (const diagnostic& why : answers->result_of(subject).problems) {
            if (shown++ < options.max_problems) { options.on_problem(why); }
        }
    }
    if (const auto log = impl::logger()) {
        log->info("tieuchi: {} subjects assessed by the rules of {}", table->size(), to_string(table->chosen.on));
    }
    return population_answers(std::move(answers));
}

std::size_t population_answers::size() const noexcept { return held_->subjects().size(); }

subject_keys population_answers::keys(std::size_t subject) const {
    if (subject >= size()) { return {}; }
    using impl::population::key;
    const auto written = [&](key which) { return held_->subjects().as_written(which, subject); };
    return {written(key::id), written(key::parent), written(key::kind), written(key::rater)};
}

const std::vector<standard>& population_answers::standards() const& noexcept { return held_->standards(); }

void population_answers::answer_schema(std::size_t standard, ArrowSchema* out) const {
    *out = {};
    if (standard < standards().size()) { held_->schema(standard).build().move_to(*out); }
}

void population_answers::answers(std::size_t standard, ArrowArrayStream* out) const {
    *out = {};
    if (standard >= standards().size()) { return; }
    impl::arrow::show(std::make_unique<impl::population::answer_stream>(held_, standard), *out);
}

const std::vector<std::size_t>& population_answers::refused() const& noexcept { return held_->refused(); }

subject_result population_answers::result_of(std::size_t subject) const {
    if (subject < size()) { return held_->result_of(subject); }
    return {{}, {}, {impl::problem(impl::say<impl::diag::no_such_subject>(subject, size()))}};
}

const std::vector<quota_result>& population_answers::quotas() const& noexcept { return held_->quotas(); }

} // namespace TIEUCHI_NAMESPACE
