const POLICE = /警方|警察|民警|公安|派出所|网安|刑警|刑侦|经侦|反诈/

/** True for a party or an addressee that is the police. */
export function isPolice(name: string): boolean {
    return POLICE.test(name)
}
