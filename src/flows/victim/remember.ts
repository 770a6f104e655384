import { equalBytes, utf8 } from "../../base/bytes.ts"
import { type Output, output } from "../../base/output.ts"
import { type EvidenceLock, LOCK_FILE, printLock, rememberWithheld } from "../../facts/evidence/lock.ts"

/**
 * The record of intake with what is shown to nobody now; nothing where the file says so already.
 *
 * @param current - The record as it lies there.
 */
export function recordOutputs(
    lock: EvidenceLock,
    withheld: ReadonlySet<string>,
    current: Uint8Array | undefined,
): readonly Output[] {
    const bytes = utf8(printLock(rememberWithheld(lock, withheld)))
    return current !== undefined && equalBytes(current, bytes) ? [] : [output("record", LOCK_FILE, bytes)]
}
