import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { RecordPlaces } from "#core/report/population/record-places.ts";

const names = fc.array(
  fc.nat(3000).map((number) => (number % 10 === 0 ? "" : `per_${number}`)),
  { maxLength: 3000 },
);

describe("places of records", () => {
  it("R8 say which record each row is of, in whatever order populations have them", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(3000)), fc.array(names, { maxLength: 4 }), names, (first, others, apart) => {
        const people = first.map((number) => (number % 7 === 0 ? "" : `per_${number}`));
        const units = apart.map((name) => name && `unit_${name}`);
        const inOrder = others.map((records) => records.toSorted());
        const places = new RecordPlaces(people);
        const all = [people, people.toReversed(), ...others, ...inOrder];
        const found = [...all.map((records) => places.add(records)), places.addApart(units)];
        assert.deepEqual(
          found.map((each) => Array.from(each, (place) => places.records[place])),
          [...all, units].map((records) => records.filter((record) => record !== "")),
        );
      }),
      { numRuns: 60 },
    );
  });

  it("R8 name those once who stand in the same order everywhere", () => {
    const people = Array.from({ length: 9000 }, (_, index) => `per_${index}`);
    const places = new RecordPlaces(people);
    places.add(people.filter((_, index) => index % 700 === 0));
    places.add(people.filter((_, index) => index % 10 !== 0));
    assert.equal(places.records.length, people.length);
  });
});
