import { valueAt } from "../../base/value.ts"

/** What officer data hold at a path of names, `officer.phoneType`; `undefined` where nothing stands there. */
export function fieldAt(officer: object | undefined, field: string): unknown {
    return valueAt(officer, field.split("."))
}
