import { readFileSync } from "node:fs"
import { join } from "node:path"
import { portableSha256 } from "../../src/base/digest.ts"
import { verifyInput } from "../../src/node/read.ts"
import { parseAllowedSigners } from "../../src/packet/signature/allowed-signers.ts"
import { verifyPacket } from "../../src/packet/verify/verify.ts"
import { type CaseSet, type Expected, exitOf, SET_VERSION, type SetCase, sortedFindings } from "./set.ts"

/** Tries this project's judge on a set as it lies on the disk, the way another program would try its own. */

/** A case that came out in another way. */
export interface Difference {
    readonly id: string
    readonly expected: Expected
    readonly actual: Expected
}

export async function runSet(
    folder: string,
): Promise<{ readonly cases: number; readonly differ: readonly Difference[] }> {
    const { version, cases } = JSON.parse(readFileSync(join(folder, "cases.json"), "utf8")) as CaseSet
    if (version !== SET_VERSION) throw new Error(`a set of version ${version} is not read`)
    const differ: Difference[] = []
    for (const { id, file, options, expected } of cases) {
        const actual = await judgeFile(folder, file, options)
        if (JSON.stringify(actual) !== JSON.stringify(inOrder(expected))) differ.push({ id, expected, actual })
    }
    return { cases: cases.length, differ }
}

async function judgeFile(
    folder: string,
    file: string,
    { signers, sent, ...rest }: SetCase["options"],
): Promise<Expected> {
    const named = signers === undefined ? undefined : readFileSync(join(folder, signers), "utf8")
    const { verdict, issues } = await verifyPacket(verifyInput(join(folder, file)), {
        ...rest,
        newHasher: portableSha256,
        ...(named === undefined ? {} : { signers: parseAllowedSigners(named, "signers").signers }),
        ...(sent === undefined ? {} : { sent: verifyInput(join(folder, sent)) }),
    })
    return { verdict, exit: exitOf(verdict, issues), issues: sortedFindings(issues) }
}

/** With members in the order in which they are compared. */
const inOrder = ({ verdict, exit, issues }: Expected): Expected => ({ verdict, exit, issues: sortedFindings(issues) })
