// SPDX-License-Identifier: Apache-2.0
/// \file
/// Tables in which each row is a subject of one standard.
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

/// The kept columns of a table, if any. If the stream fails here, whoever reads it reports that.
[[nodiscard]] std::shared_ptr<kept_columns> kept_of(keep_options options, ArrowArrayStream& table) {
    if (options.empty()) { return nullptr; }
    arrow_struct<ArrowSchema> schema;
    if (table.get_schema(&table, &*schema) != 0 || !is_table(*schema)) { return nullptr; }
    diagnostics problems;
    auto columns = std::make_shared<kept_columns>(std::move(options), *schema, problems);
    if (!problems.empty()) { raise("DataError", problems); }
    return columns;
}

[[nodiscard]] std::unique_ptr<answers> assess(const standard& standard, arrow_struct<ArrowArrayStream> rows,
                                              std::int64_t batch_rows, nb::handle fields, nb::object tell) {
    const auto shared_watch = std::make_shared<watch>(std::move(tell));
    column_options options = to_column_options(fields);
    options.on_problem = [watch = shared_watch.get()](const diagnostic& problem) {
        watch->problems.add(problem);
    }; // the watch lives as long as the stream that calls this
    const column_assessor assessor(standard, std::move(options));
    const auto columns = kept_of(to_keep_options(fields), *rows);
    arrow_struct<ArrowArrayStream> pieces = row_stream::cut(std::move(rows), batch_rows, columns);
    stream_of_answers source;
    diagnostics problems;
    {
        const interpreter_unlock unlocked;
        ArrowArrayStream stream = pieces.move_on();
        problems = assessor.assess(&stream, &*source.batches);
    }
    if (!problems.empty()) { raise("DataError", problems); }
    source.schema = [assessor, columns](ArrowSchema* out) {
        assessor.answer_schema(out);
        if (columns) { *out = columns->schema(arrow_struct<ArrowSchema>(*out), false).move_on(); }
    };
    if (columns) {
        source.join = [columns](arrow_struct<ArrowArray> batch) { return columns->join_next(std::move(batch)); };
    }
    source.problems = problems_column;
    return std::make_unique<answers>(shared_watch, std::move(source));
}

int traverse(PyObject* self, visitproc visit, void* arg) {
    Py_VISIT(Py_TYPE(self));
    if (!nb::inst_ready(self)) { return 0; }
    const answers& object = *nb::inst_ptr<answers>(self);
    Py_VISIT(object.progress_callback().ptr());
    Py_VISIT(object.failure().ptr());
    return 0;
}

int clear(PyObject* self) {
    nb::inst_ptr<answers>(self)->let_go();
    return 0;
}

PyType_Slot gc_slots[] = { // NOLINT(modernize-avoid-c-arrays): as Python's interface has them
    {Py_tp_traverse, reinterpret_cast<void*>(&traverse)},
    {Py_tp_clear, reinterpret_cast<void*>(&clear)},
    {0, nullptr}};

} // namespace

void answers::work_out() {
    std::deque<arrow_struct<ArrowArray>> batches;
    for (;;) {
        arrow_struct<ArrowArray> batch;
        if (stream_->get_next(&*stream_, &*batch) != 0) {
            const nb::object exception = take_failure();
            if (PyErr_CheckSignals() != 0) { throw nb::python_error(); } // an interrupt is raised only once
            if (exception.is_none()) { throw std::bad_alloc(); }
            PyErr_SetObject(reinterpret_cast<PyObject*>(Py_TYPE(exception.ptr())), exception.ptr());
            throw nb::python_error();
        }
        if (batch.empty()) { break; }
        batches.push_back(std::move(batch));
    }
    stream_ = row_stream::of_batches(schema_, std::move(batches));
}

void bind_answers(nb::module_& core) {
    using namespace nb::literals;
    nb::class_<answers>(core, "Answers", nb::type_slots(gc_slots))
        .def("schema", &answers::schema)
        .def("stream", &answers::stream)
        .def("work_out", &answers::work_out)
        .def_prop_ro("rows", &answers::rows)
        .def_prop_ro("refused", &answers::refused)
        .def("take_failed", &answers::take_failure)
        .def_prop_ro("problems", [](const answers& answers) { return tuple_of(answers.problems()); });
    core.def(
        "assess_stream",
        [](const standard& standard, nb::handle rows, std::int64_t batch_rows, nb::dict options, nb::object tell) {
            return assess(standard, take<ArrowArrayStream>(rows), batch_rows, options, std::move(tell));
        },
        "standard"_a, "stream"_a, "batch_rows"_a, "options"_a, "tell"_a);
    core.def(
        "assess_batch",
        [](const standard& standard, nb::handle schema, nb::handle rows, std::int64_t batch_rows, nb::dict options,
           nb::object tell) {
            return assess(standard, row_stream::of_batch(take<ArrowSchema>(schema), take<ArrowArray>(rows)), batch_rows, options,
                          std::move(tell));
        },
        "standard"_a, "schema"_a, "array"_a, "batch_rows"_a, "options"_a, "tell"_a);
}

} // namespace tieuchi::python
