// SPDX-License-Identifier: Apache-2.0
/// \file
/// Tables of subjects of many kinds, assessed together.
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

/// Passes the batches of a stream on until the user wants to stop.
struct stoppable_stream {
    arrow_struct<ArrowArrayStream> rows;
    std::shared_ptr<kept_columns> kept; ///< none: nothing is kept
    std::optional<nb::python_error> stopped;

    /// Owned here: it must not outlive this.
    [[nodiscard]] ArrowArrayStream lent() {
        ArrowArrayStream stream{};
        stream.private_data = this;
        stream.get_schema = [](ArrowArrayStream* of, ArrowSchema* out) {
            ArrowArrayStream& from = *held_by(of).rows;
            return from.get_schema(&from, out);
        };
        stream.get_next = [](ArrowArrayStream* of, ArrowArray* out) {
            try {
                return held_by(of).next(out);
            } catch (const std::bad_alloc&) { return ENOMEM; }
        };
        stream.get_last_error = [](ArrowArrayStream* of) -> const char* {
            ArrowArrayStream& from = *held_by(of).rows;
            return from.get_last_error == nullptr ? nullptr : from.get_last_error(&from);
        };
        stream.release = [](ArrowArrayStream* of) { of->release = nullptr; };
        return stream;
    }

private:
    [[nodiscard]] static stoppable_stream& held_by(ArrowArrayStream* stream) {
        return *static_cast<stoppable_stream*>(stream->private_data);
    }

    /// Whose columns are kept, by batches that are kept.
    int next(ArrowArray* out) {
        *out = {};
        if (is_stopped()) { return EINTR; }
        if (!kept) { return rows->get_next(&*rows, out); }
        arrow_struct<ArrowArray> batch;
        if (const int code = rows->get_next(&*rows, &*batch); code != 0 || batch.empty()) { return code; }
        if (!is_whole(*batch)) { return EINVAL; }
        const std::int64_t length = batch->length;
        *out = kept->pass(std::make_shared<arrow_struct<ArrowArray>>(std::move(batch)), 0, length).move_on();
        return 0;
    }

    [[nodiscard]] bool is_stopped() {
        const interpreter_held held;
        if (!held) { stay(); }
        if (PyErr_CheckSignals() != 0) { stopped.emplace(); } // takes the exception that is set
        return stopped.has_value();
    }
};

/// One call of `score_table`.
class table_scores {
public:
    table_scores(const rulebook& by, nb::handle how, arrow_struct<ArrowArrayStream> rows, nb::handle options,
                 const nb::callable& tell) {
        column_options chosen = to_column_options(options);
        chosen.on_problem = [to = problems_](const diagnostic& one) { to->add(one); };
        auto made = column_population::make(by, to_selection(how), std::move(chosen));
        if (!made) { raise("SelectionError", made.error()); }
        keep(to_keeping(options), *rows);
        stoppable_stream source{std::move(rows), kept_, {}};
        ArrowArrayStream lent = source.lent();
        diagnostics problems;
        {
            const others_run meanwhile;
            problems = made->add(&lent);
        }
        if (source.stopped) { throw nb::python_error(std::move(*source.stopped)); }
        if (!problems.empty()) { raise("DataError", problems); }
        follow(tell, [&](const progress& told) { all_.emplace((*std::move(made)).assess(told)); });
    }

    [[nodiscard]] const population_answers& all() const { return *all_; }
    [[nodiscard]] diagnostics problems() const { return problems_->all(); }

    /// `id`, `parent`, `kind` and `rater` of a subject.
    [[nodiscard]] nb::tuple keys(std::size_t subject) const {
        const subject_keys one = all_->keys(subject);
        return nb::make_tuple(text(one.id), text(one.parent), text(one.kind), text(one.rater));
    }

    /// Explaining an answer takes the time of an assessment: the others run on.
    [[nodiscard]] nb::tuple result_of(std::size_t subject) const {
        const subject_result one = [&] {
            const others_run meanwhile;
            return all_->result_of(subject);
        }();
        return to_python(one);
    }

    [[nodiscard]] std::unique_ptr<answers> answers_by(std::size_t standard, nb::object tell) const {
        stream_of_answers made;
        all_->answers(standard, &*made.batches);
        made.schema = [all = *all_, standard, kept = kept_](ArrowSchema* to) {
            all.answer_schema(standard, to);
            if (kept) { *to = kept->schema(arrow_struct<ArrowSchema>(*to), true).move_on(); }
        };
        if (kept_) {
            made.join = [kept = kept_](arrow_struct<ArrowArray> batch) {
                const ArrowArray& rows = *batch->children[0];
                const std::span told(static_cast<const std::int64_t*>(rows.buffers[1]) + rows.offset,
                                     static_cast<std::size_t>(batch->length));
                return kept->join_rows(std::move(batch), told);
            };
        }
        return std::make_unique<answers>(std::make_shared<watch>(std::move(tell)), std::move(made));
    }

private:
    void keep(keeping what, ArrowArrayStream& table) {
        if (what.empty()) { return; }
        arrow_struct<ArrowSchema> given;
        if (table.get_schema(&table, &*given) != 0 || !is_table(*given)) { return; } // the library says what is wrong
        diagnostics problems;
        kept_ = std::make_shared<kept_columns>(std::move(what), *given, problems);
        for (diagnostic& one : kept_->why_not_gathered()) { problems.push_back(std::move(one)); }
        if (!problems.empty()) { raise("DataError", problems); }
    }

    std::shared_ptr<kept_columns> kept_; ///< none: nothing is kept
    std::shared_ptr<problem_log> problems_ = std::make_shared<problem_log>();
    std::optional<population_answers> all_;
};

} // namespace

void bind_table_scores(nb::module_& to) {
    using namespace nb::literals;
    nb::class_<table_scores>(to, "TableScores")
        .def_prop_ro("size", [](const table_scores& of) { return of.all().size(); })
        .def_prop_ro("standards",
                     [](const table_scores& of) {
                         return tuple_of(of.all().standards(), [](const standard& one) { return nb::cast(one); });
                     })
        .def_prop_ro("refused", [](const table_scores& of) { return tuple_of(of.all().refused()); })
        .def_prop_ro("problems", [](const table_scores& of) { return tuple_of(of.problems()); })
        .def_prop_ro("quotas", [](const table_scores& of) { return to_python(of.all().quotas()); })
        .def("keys", &table_scores::keys, "subject"_a)
        .def("result_of", &table_scores::result_of, "subject"_a)
        .def("answers_by", &table_scores::answers_by, "standard"_a, "tell"_a);
    to.def(
        "score_stream",
        [](const rulebook& by, nb::handle how, nb::handle rows, nb::dict options, const nb::callable& tell) {
            return std::make_unique<table_scores>(by, how, take<ArrowArrayStream>(rows), options, tell);
        },
        "rulebook"_a, "selection"_a, "stream"_a, "options"_a, "tell"_a);
    to.def(
        "score_batch",
        [](const rulebook& by, nb::handle how, nb::handle schema, nb::handle rows, nb::dict options, const nb::callable& tell) {
            auto stream = row_stream::of_batch(take<ArrowSchema>(schema), take<ArrowArray>(rows));
            return std::make_unique<table_scores>(by, how, std::move(stream), options, tell);
        },
        "rulebook"_a, "selection"_a, "schema"_a, "array"_a, "options"_a, "tell"_a);
}

} // namespace tieuchi::python
