/** Writes submissions for ever, and prints the id of each that was acknowledged; test/db/kill.test.ts kills it. */
import { db, transaction } from "#lib/db/client.ts";
import { makeReceipt, makeSubmission, makeUser, makeVariant } from "./rows.ts";

const user = await makeUser(db());
const variant = await makeVariant(db(), user.id);
for (let sequence = 1; ; sequence++) {
  const { id } = await transaction(async (tx) => {
    const submission = await makeSubmission(tx, variant, sequence);
    await makeReceipt(tx, submission.id);
    return submission;
  });
  console.log(id);
}
