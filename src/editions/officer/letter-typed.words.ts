import type { Officer } from "../../facts/officer/officer.ts"

/** Words of the letters beside that of disclosure, and beside their templates. */

type Freeze = NonNullable<NonNullable<Officer["request"]>["freeze"]>

export const KIND_ZH: Readonly<Record<NonNullable<Freeze["kind"]>, string>> = {
    uid: "用户编号（UID）",
    email: "注册邮箱",
    address: "充值地址",
}
export const SCOPE_ZH: Readonly<Record<NonNullable<Freeze["scope"]>, string>> = {
    balance: "收到本函时账户内的余额，以上列数额为限",
    incoming: "收到本函时账户内的余额，余额不足的，连同以后转入的，以上列数额为限",
}
export const FRUITS_ZH: Readonly<Record<NonNullable<Freeze["fruits"]>, string>> = {
    yes: "及于孳息",
    no: "不及于孳息",
}
