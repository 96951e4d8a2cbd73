// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/jobcontract.h"
#include "workersai/schemajob.h"
#include "workersai/wiretext.h"

namespace orangery::test {
namespace {

JobClass schema()
{
    return {"Schema",
            [](const World& world) -> Job* {
                Model model;
                model.id = QStringLiteral("@cf/a/b");
                return new SchemaJob(world.client, apiAt(world.baseUrl), model, world.context);
            },
            outcomeOf<SchemaJob>,
            json(envelope(R"({"input":{"properties":{"prompt":{"type":"string"}}},"output":{}})")),
            serviceOutcomes()};
}

TEST_P(JobContract, Holds)
{
    run();
}

INSTANTIATE_TEST_SUITE_P(Schema, JobContract, everyCaseOf(schema()), caseName);

} // namespace
} // namespace orangery::test
