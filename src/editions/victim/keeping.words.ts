/** Words of what the reporter keeps beside its templates. */

/** The platform before anything is known of the case. */
export const SOME_EXCHANGE = "交易所"
