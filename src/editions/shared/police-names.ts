import type { Case } from "../../facts/case/schema.ts"

const POLICE = /警方|警察|警官|[民辅协]警|公安|派出所|网安|网警|刑警|刑侦|经侦|反诈|报警台|110|96110/
/** A firm may have such a word in its name. */
const FIRM = /公司|企业|集团|科技|工作室|事务所|软件/

/** True for a party or an addressee that is the police. */
export function isPolice(name: string): boolean {
    return POLICE.test(name) && !FIRM.test(name)
}

/**
 * True for what was reported to the police with a receipt; a call without a number is told, but is no report that anybody
 * could look up.
 */
export function isPoliceReport({ to, number }: Case["reports"][number]): boolean {
    return number !== undefined && isPolice(to)
}
