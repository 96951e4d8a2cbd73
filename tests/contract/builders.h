// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model.h"
#include "core/result.h"
#include "workersai/modelinput.h"

#include <QByteArray>
#include <QList>
#include <QVariantMap>

#include <string>

/// Requests as the client builds them, by the task of a model. A task more is a function and a line in
/// builders.cpp.
namespace orangery::test {

struct Request
{
    std::string name; ///< of this case, for the report
    Result<WireBody> body;

    Request(std::string caseName, Result<WireBody> wireBody)
        : name(std::move(caseName)),
          body(std::move(wireBody))
    {}
    /// A codec that only knows JSON.
    Request(std::string caseName, const Result<QByteArray>& json)
        : Request(std::move(caseName),
                  json ? Result<WireBody>(WireBody{"application/json", *json}) : json.error())
    {}
};

struct TaskBuilder
{
    const char* task;            ///< the service's name of it
    bool (*isFor)(const Model&); ///< where one task has several kinds of models
    QList<Request> (*build)(const Model&);
};

/// The builders for a model; several where it does several things.
QList<TaskBuilder> buildersFor(const Model& model);

enum class End { Lowest, Highest };

/// Every plain parameter of the model at one end of what it takes, but for `leftOut`: numbers that have no
/// limit are large, texts that have none are long.
QVariantMap extremes(const ParameterSet& parameters, End end, const QStringList& leftOut = {});
/// The end of one number's range; `otherwise` where there is none.
double extreme(const ParameterSet& parameters, QStringView name, End end, double otherwise);

QByteArray pictureFile();
QByteArray soundFile();

QList<Request> chatRequests(const Model& model);
QList<Request> decisionRequests(const Model& model);
QList<Request> embeddingRequests(const Model& model);
QList<Request> rerankRequests(const Model& model);
QList<Request> textClassificationRequests(const Model& model);
QList<Request> translationRequests(const Model& model);
/// The JSON ones of these, in one batch.
Request batchOf(const Model& model, const QList<Request>& requests);
QList<Request> imageRequests(const Model& model);
QList<Request> transcriptionRequests(const Model& model);
QList<Request> liveRequests(const Model& model);
QList<Request> speechRequests(const Model& model);
QList<Request> voiceActivityRequests(const Model& model);
QList<Request> imageClassificationRequests(const Model& model);
QList<Request> imageTextRequests(const Model& model);

} // namespace orangery::test
