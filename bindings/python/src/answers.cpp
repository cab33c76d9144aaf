// SPDX-License-Identifier: Apache-2.0
/// \file
/// Tables, each row a subject of one standard.
#include "answers.hpp"

#include "bindings.hpp"
#include "interpreter.hpp"
#include "nouns.hpp"
#include "row_stream.hpp"
#include "values.hpp"

#include <tieuchi/columns.hpp>

#include <nanobind/stl/unique_ptr.h>

#include <deque>
#include <new>
#include <utility>

namespace tieuchi::python {

namespace {

constexpr std::int64_t problems_column = 2; ///< after `outcome` and `decided`

/// What is kept of a table, if anything is. What cannot be known of a stream that fails is told by whoever reads it.
[[nodiscard]] std::shared_ptr<kept_columns> kept_of(keeping what, ArrowArrayStream& table) {
    if (what.empty()) { return nullptr; }
    arrow_struct<ArrowSchema> given;
    if (table.get_schema(&table, &*given) != 0 || !is_table(*given)) { return nullptr; }
    diagnostics problems;
    auto made = std::make_shared<kept_columns>(std::move(what), *given, problems);
    if (!problems.empty()) { raise("DataError", problems); }
    return made;
}

[[nodiscard]] std::unique_ptr<answers> assess(const standard& of, arrow_struct<ArrowArrayStream> rows, std::int64_t batch_rows,
                                              nb::handle options, nb::object tell) {
    const auto shared = std::make_shared<watch>(std::move(tell));
    column_options how = to_column_options(options);
    how.on_problem = [to = shared.get()](const diagnostic& one) {
        to->problems.add(one);
    }; // lives as long as the stream that calls it
    const column_assessor by(of, std::move(how));
    const auto kept = kept_of(to_keeping(options), *rows);
    arrow_struct<ArrowArrayStream> cut = row_stream::cut(std::move(rows), batch_rows, kept);
    stream_of_answers made;
    diagnostics problems;
    {
        const others_run meanwhile;
        ArrowArrayStream taken = cut.move_on();
        problems = by.assess(&taken, &*made.batches);
    }
    if (!problems.empty()) { raise("DataError", problems); }
    made.schema = [by, kept](ArrowSchema* to) {
        by.answer_schema(to);
        if (kept) { *to = kept->schema(arrow_struct<ArrowSchema>(*to), false).move_on(); }
    };
    if (kept) {
        made.join = [kept](arrow_struct<ArrowArray> batch) { return kept->join_next(std::move(batch)); };
    }
    made.problems = problems_column;
    return std::make_unique<answers>(shared, std::move(made));
}

int traverse(PyObject* self, visitproc visit, void* arg) {
    Py_VISIT(Py_TYPE(self));
    if (!nb::inst_ready(self)) { return 0; }
    const answers& of = *nb::inst_ptr<answers>(self);
    Py_VISIT(of.told().ptr());
    Py_VISIT(of.failed().ptr());
    return 0;
}

int clear(PyObject* self) {
    nb::inst_ptr<answers>(self)->let_go();
    return 0;
}

PyType_Slot collected[] = { // NOLINT(modernize-avoid-c-arrays): as Python has them
    {Py_tp_traverse, reinterpret_cast<void*>(&traverse)},
    {Py_tp_clear, reinterpret_cast<void*>(&clear)},
    {0, nullptr}};

} // namespace

void answers::work_out() {
    std::deque<arrow_struct<ArrowArray>> batches;
    for (;;) {
        arrow_struct<ArrowArray> batch;
        if (stream_->get_next(&*stream_, &*batch) != 0) {
            const nb::object raised = take_failed();
            if (PyErr_CheckSignals() != 0) { throw nb::python_error(); } // an interrupt is raised once
            if (raised.is_none()) { throw std::bad_alloc(); }
            PyErr_SetObject(reinterpret_cast<PyObject*>(Py_TYPE(raised.ptr())), raised.ptr());
            throw nb::python_error();
        }
        if (batch.empty()) { break; }
        batches.push_back(std::move(batch));
    }
    stream_ = row_stream::of_batches(schema_, std::move(batches));
}

void bind_answers(nb::module_& to) {
    using namespace nb::literals;
    nb::class_<answers>(to, "Answers", nb::type_slots(collected))
        .def("schema", &answers::schema)
        .def("stream", &answers::stream)
        .def("work_out", &answers::work_out)
        .def_prop_ro("rows", &answers::rows)
        .def_prop_ro("refused", &answers::refused)
        .def("take_failed", &answers::take_failed)
        .def_prop_ro("problems", [](const answers& of) { return tuple_of(of.problems()); });
    to.def(
        "assess_stream",
        [](const standard& by, nb::handle rows, std::int64_t batch_rows, nb::dict how, nb::object tell) {
            return assess(by, take<ArrowArrayStream>(rows), batch_rows, how, std::move(tell));
        },
        "standard"_a, "stream"_a, "batch_rows"_a, "options"_a, "tell"_a);
    to.def(
        "assess_batch",
        [](const standard& by, nb::handle schema, nb::handle rows, std::int64_t batch_rows, nb::dict how, nb::object tell) {
            return assess(by, row_stream::of_batch(take<ArrowSchema>(schema), take<ArrowArray>(rows)), batch_rows, how,
                          std::move(tell));
        },
        "standard"_a, "schema"_a, "array"_a, "batch_rows"_a, "options"_a, "tell"_a);
}

} // namespace tieuchi::python
