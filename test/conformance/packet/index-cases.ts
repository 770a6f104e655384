import { inMemory, officer, submission, victim } from "../../packet/assemble/sample.ts"
import type { Case } from "./case.ts"
import { edit, editIndex, plus, reseal, resealDraft, without } from "./tamper.ts"

/** What the index says of itself and of the files. */

const INDEX = "data/index.json"
const E001 = "data/evidence/E001.jpg"

export const indexCases: readonly Case[] = [
    {
        name: "no-index",
        proves: "a packet says what it is",
        codes: ["verify.index.missing"],
        make: () => resealDraft((f) => without(f, INDEX)),
    },
    {
        name: "no-json",
        proves: "an index that cannot be read is no index",
        codes: ["verify.index.json"],
        make: () => resealDraft((f) => edit(f, INDEX, (text) => text.slice(1))),
    },
    {
        name: "member-twice",
        proves: "two programs cannot read two kinds",
        codes: ["verify.index.not-canonical"],
        make: () =>
            resealDraft((f) => edit(f, INDEX, (text) => text.replace('  "kind"', '  "kind": "submission",\n  "kind"'))),
    },
    {
        name: "unknown-member",
        proves: "an index has no room for further statements",
        codes: ["verify.index.field"],
        make: () => resealDraft((f) => editIndex(f, INDEX, { official: true })),
    },
    {
        name: "time-without-zone",
        proves: "a time says its zone",
        codes: ["verify.index.field"],
        make: () => resealDraft((f) => editIndex(f, INDEX, { createdAt: "2026-11-01T09:00:00" })),
    },
    {
        name: "later-format",
        proves: "a later format is not judged by the rules of this one",
        codes: ["verify.index.format"],
        make: () => resealDraft((f) => editIndex(f, INDEX, { format: "2.0" })),
    },
    {
        name: "draft-claims-archive",
        proves: "a draft cannot pass for an officer's archive",
        codes: ["verify.index.kind"],
        make: () => resealDraft((f) => editIndex(f, INDEX, { kind: "archive" })),
    },
    {
        name: "draft-claims-submission",
        proves: "a victim's draft cannot pass for an official submission",
        codes: ["verify.index.content"],
        make: () => resealDraft((f) => editIndex(f, INDEX, { kind: "submission" })),
    },
    {
        name: "submission-claims-draft",
        proves: "a submission is no material of a victim",
        codes: ["verify.index.content"],
        make: async () =>
            await reseal(editIndex(await inMemory(await submission()), INDEX, { kind: "draft" }), officer),
    },
    {
        name: "submission-without-request",
        proves: "a submission has a request",
        codes: ["verify.index.content"],
        make: async () => {
            const files = without(await inMemory(await submission()), "data/01-Request-CASE-2026-001.pdf")
            const index = JSON.parse(new TextDecoder().decode(files.get(INDEX))) as { files: { path: string }[] }
            const left = index.files.filter(({ path }) => files.has(path))
            return await reseal(editIndex(files, INDEX, { files: left }), officer)
        },
    },
    {
        name: "names-absent-file",
        proves: "the index names no file that is not there",
        codes: ["verify.index.unlisted"],
        make: () => resealDraft((f) => without(f, E001)),
    },
    {
        name: "silent-about-file",
        proves: "the index names every file",
        codes: ["verify.index.silent"],
        make: () => resealDraft((f) => plus(f, "data/annex/A1.pdf", "x")),
    },
    {
        name: "size",
        proves: "sizes in the index are those of the files",
        codes: ["verify.index.size"],
        make: () => resealDraft((f) => plus(f, E001, "another picture")),
    },
    {
        name: "unsigned-says-no-key",
        proves: "a fingerprint in the index has its form",
        codes: ["verify.index.field"],
        make: async () =>
            await resealDraft((f) => editIndex(f, INDEX, { signingKey: victim.fingerprint.slice(0, -1) })),
    },
]
