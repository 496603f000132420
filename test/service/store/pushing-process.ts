/**
 * A service that writes without end, for the test that kills it: every transaction saves its item, history and audit
 * entry, and is told on stdout once it is acknowledged.
 */
import { join } from "node:path";
import { toId, type PersonId } from "#core/kernel/ids.ts";
import { openVault } from "#service/crypto/open-vault.ts";
import { fileAnchor } from "#service/store/chain-anchor.ts";
import { openStore } from "#service/store/open-store.ts";
import { aHistoryRecord, anAuditEntry, anItemRecord, aPersonRecord } from "#test/builders/records.ts";

const [folder = "", address = "", round = ""] = process.argv.slice(2);
const vault = await openVault(join(folder, "keys"));
const store = await openStore(address, { vault, anchor: fileAnchor(join(folder, "anchor"), vault) });

async function push(number: number): Promise<void> {
  const item = `r${round}n${number}`;
  await store.write(async (tx) => {
    await tx.ledgers.saveItems([anItemRecord({ item }), anItemRecord({ item: `${item}b` })]);
    await tx.ledgers.addHistory([aHistoryRecord({ record: item }), aHistoryRecord({ record: `${item}b` })]);
    await tx.organisation.savePersons([aPersonRecord({ id: toId<PersonId>(item), phone: "13912345678" })]);
    tx.record(
      anAuditEntry({ record: item, fields: [{ field: "phone", old: null, new: "13912345678", sensitive: true }] }),
    );
  });
  process.stdout.write(`${item}\n`);
}

for (let number = 0; ; number += 4) {
  await Promise.all([0, 1, 2, 3].map((one) => push(number + one)));
}
