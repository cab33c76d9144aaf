// SPDX-License-Identifier: Apache-2.0
/// \file
/// Tables of subjects of different kinds, assessed together.
#include "answers.hpp"
#include "bindings.hpp"
#include "interpreter.hpp"
#include "nouns.hpp"
#include "results.hpp"
#include "row_stream.hpp"
#include "values.hpp"
#include "whole.hpp"

#include <tieuchi/column_population.hpp>

#include <nanobind/stl/unique_ptr.h>

#include <cerrno>
#include <cstddef>
#include <memory>
#include <new>
#include <optional>
#include <span>
#include <utility>

namespace tieuchi::python {

namespace {

/// Passes the batches of a stream on until the user interrupts.
struct stoppable_stream {
    arrow_struct<ArrowArrayStream> rows;
    std::shared_ptr<kept_columns> columns; ///< null: no column is kept
    std::optional<nb::python_error> interruption;

    /// Borrows from this object, which must outlive it.
    [[nodiscard]] ArrowArrayStream borrowed_stream() {
        ArrowArrayStream stream{};
        stream.private_data = this;
        stream.get_schema = [](ArrowArrayStream* self, ArrowSchema* out) {
            ArrowArrayStream& source = *held_by(self).rows;
            return source.get_schema(&source, out);
        };
        stream.get_next = [](ArrowArrayStream* self, ArrowArray* out) {
            try {
                return held_by(self).next(out);
            } catch (const std::bad_alloc&) { return ENOMEM; }
        };
        stream.get_last_error = [](ArrowArrayStream* self) -> const char* {
            ArrowArrayStream& source = *held_by(self).rows;
            return source.get_last_error == nullptr ? nullptr : source.get_last_error(&source);
        };
        stream.release = [](ArrowArrayStream* self) { self->release = nullptr; };
        return stream;
    }

private:
    [[nodiscard]] static stoppable_stream& held_by(ArrowArrayStream* stream) {
        return *static_cast<stoppable_stream*>(stream->private_data);
    }

    /// The next batch; batches with kept columns stay alive in `columns`.
    int next(ArrowArray* out) {
        *out = {};
        if (is_stopped()) { return EINTR; }
        if (!columns) { return rows->get_next(&*rows, out); }
        arrow_struct<ArrowArray> batch;
        if (const int code = rows->get_next(&*rows, &*batch); code != 0 || batch.empty()) { return code; }
        if (!is_whole(*batch)) { return EINVAL; }
        const std::int64_t length = batch->length;
        *out = columns->pass(std::make_shared<arrow_struct<ArrowArray>>(std::move(batch)), 0, length).move_on();
        return 0;
    }

    [[nodiscard]] bool is_stopped() {
        const interpreter_lock lock;
        if (!lock) { stay(); }
        if (PyErr_CheckSignals() != 0) { interruption.emplace(); } // takes over the exception that is set
        return interruption.has_value();
    }
};

/// One call of `score_table`.
class table_scores {
public:
    table_scores(const rulebook& rules, nb::handle selection, arrow_struct<ArrowArrayStream> rows, nb::handle fields,
                 const nb::callable& tell) {
        column_options options = to_column_options(fields);
        options.on_problem = [log = problems_](const diagnostic& problem) { log->add(problem); };
        auto table = column_population::make(rules, to_selection(selection), std::move(options));
        if (!table) { raise("SelectionError", table.error()); }
        keep(to_keep_options(fields), *rows);
        stoppable_stream source{std::move(rows), columns_, {}};
        ArrowArrayStream stream = source.borrowed_stream();
        diagnostics problems;
        {
            const interpreter_unlock unlocked;
            problems = table->add(&stream);
        }
        if (source.interruption) { throw nb::python_error(std::move(*source.interruption)); }
        if (!problems.empty()) { raise("DataError", problems); }
        follow(tell, [&](const progress& on_progress) { population_.emplace((*std::move(table)).assess(on_progress)); });
    }

    [[nodiscard]] const population_answers& population() const { return *population_; }
    [[nodiscard]] diagnostics problems() const { return problems_->all(); }

    /// `id`, `parent`, `kind` and `rater` of a subject.
    [[nodiscard]] nb::tuple keys(std::size_t subject) const {
        const subject_keys entry = population_->keys(subject);
        return nb::make_tuple(text(entry.id), text(entry.parent), text(entry.kind), text(entry.rater));
    }

    /// Explaining an answer takes as long as an assessment: other threads run meanwhile.
    [[nodiscard]] nb::tuple result_of(std::size_t subject) const {
        const subject_result result = [&] {
            const interpreter_unlock unlocked;
            return population_->result_of(subject);
        }();
        return to_python(result);
    }

    [[nodiscard]] std::unique_ptr<answers> answers_by(std::size_t standard, nb::object tell) const {
        stream_of_answers source;
        population_->answers(standard, &*source.batches);
        source.schema = [population = *population_, standard, columns = columns_](ArrowSchema* out) {
            population.answer_schema(standard, out);
            if (columns) { *out = columns->schema(arrow_struct<ArrowSchema>(*out), true).move_on(); }
        };
        if (columns_) {
            source.join = [columns = columns_](arrow_struct<ArrowArray> batch) {
                const ArrowArray& rows = *batch->children[0];
                const std::span row_numbers(static_cast<const std::int64_t*>(rows.buffers[1]) + rows.offset,
                                            static_cast<std::size_t>(batch->length));
                return columns->join_rows(std::move(batch), row_numbers);
            };
        }
        return std::make_unique<answers>(std::make_shared<watch>(std::move(tell)), std::move(source));
    }

private:
    void keep(keep_options options, ArrowArrayStream& table) {
        if (options.empty()) { return; }
        arrow_struct<ArrowSchema> schema;
        if (table.get_schema(&table, &*schema) != 0 || !is_table(*schema)) { return; } // the library says what is wrong
        diagnostics problems;
        columns_ = std::make_shared<kept_columns>(std::move(options), *schema, problems);
        for (diagnostic& problem : columns_->why_not_gathered()) { problems.push_back(std::move(problem)); }
        if (!problems.empty()) { raise("DataError", problems); }
    }

    std::shared_ptr<kept_columns> columns_; ///< null: no column is kept
    std::shared_ptr<problem_log> problems_ = std::make_shared<problem_log>();
    std::optional<population_answers> population_;
};

} // namespace

void bind_table_scores(nb::module_& core) {
    using namespace nb::literals;
    nb::class_<table_scores>(core, "TableScores")
        .def_prop_ro("size", [](const table_scores& scores) { return scores.population().size(); })
        .def_prop_ro("standards",
                     [](const table_scores& scores) {
                         return tuple_of(scores.population().standards(),
                                         [](const standard& standard) { return nb::cast(standard); });
                     })
        .def_prop_ro("refused", [](const table_scores& scores) { return tuple_of(scores.population().refused()); })
        .def_prop_ro("problems", [](const table_scores& scores) { return tuple_of(scores.problems()); })
        .def_prop_ro("quotas", [](const table_scores& scores) { return to_python(scores.population().quotas()); })
        .def("keys", &table_scores::keys, "subject"_a)
        .def("result_of", &table_scores::result_of, "subject"_a)
        .def("answers_by", &table_scores::answers_by, "standard"_a, "tell"_a);
    core.def(
        "score_stream",
        [](const rulebook& rules, nb::handle selection, nb::handle rows, nb::dict options, const nb::callable& tell) {
            return std::make_unique<table_scores>(rules, selection, take<ArrowArrayStream>(rows), options, tell);
        },
        "rulebook"_a, "selection"_a, "stream"_a, "options"_a, "tell"_a);
    core.def(
        "score_batch",
        [](const rulebook& rules, nb::handle selection, nb::handle schema, nb::handle rows, nb::dict options,
           const nb::callable& tell) {
            auto stream = row_stream::of_batch(take<ArrowSchema>(schema), take<ArrowArray>(rows));
            return std::make_unique<table_scores>(rules, selection, std::move(stream), options, tell);
        },
        "rulebook"_a, "selection"_a, "schema"_a, "array"_a, "options"_a, "tell"_a);
}

} // namespace tieuchi::python
