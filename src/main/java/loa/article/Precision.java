package loa.article;

/** How near a date comes to the moment that is meant, the nearest first. */
public enum Precision {
    /** The time of day is printed, or counted in minutes. */
    MINUTE,
    HOUR,
    /** The day alone: its instant is the day's first moment. */
    DAY,
    WEEK,
    MONTH,
    YEAR
}
