package dev.sluice.simulator.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The catalogue of faults: the name to switch each on by, an argument, and what it does. */
public enum FaultKind {
  LATENCY("150ms", "every answer comes this much later"),
  SLOW_COUNT("2s", "approximate-count answers this much later"),
  RATE_LIMIT("10/s", "requests above this rate get 429 with Retry-After and RateLimit-Reason"),
  ERRORS_5XX("2%", "this share of requests gets 502, 503 or 504"),
  RESET("1%", "this share of connections is reset instead of answered"),
  TRUNCATE("1%", "this share of answers ends in the middle of the body"),
  CORRUPT_JSON("1%", "this share of answers is complete but no JSON"),
  HTML("100%", "this share of requests gets a login page: HTML with status 200"),
  SHORT_PAGES("50%", "this share of search pages carries fewer issues than it could"),
  EMPTY_PAGES("30%", "this share of search pages carries no issue but a token"),
  LOWERED_PAGES("100", "a search page carries no more than this, whatever is asked for"),
  LONG_PAGES("3", "a search page carries this many more issues than it is asked for"),
  REPEATED_TOKEN("", "every page gives back the token it was asked for with"),
  STUCK_TOKEN("", "every page but the first is empty and gives back its own token"),
  EXPIRED_TOKEN("3", "the token behind this many pages is refused, once for every query"),
  LYING_LAST("", "isLast is true although there is a token"),
  LYING_MORE("", "isLast is false although there is no token"),
  NO_LAST("", "isLast is left out"),
  EARLY_END("100", "a walk ends after this many issues; counts tell the truth"),
  INDEX_LAG("3m", "searches find issues by what they were this long ago"),
  VANISHING("10%", "this share of search pages lacks one issue, which is back at once"),
  HIDDEN_ISSUES("10000", "one issue of so many is counted, but in no page of any search"),
  COUNT_OFF("5%", "approximate-count is off by this share, up or, with a minus, down"),
  FUTURE_STAMPS("1%", "this share of issues was updated two days from now"),
  CLOCK_SKEW("2h", "the clock of the server is ahead, or, with a minus, behind"),
  DATE_SKEW("2h", "the Date header alone is ahead, or, with a minus, behind"),
  LEAVING_ROWS("2", "so many issues leave the front of a walk by offsets with each page"),
  ENTERING_ROWS("2", "so many issues enter at the front with each of the first pages by offsets"),
  DRIFTING_TOTAL("5", "the total of a walk by offsets goes up and down by this"),
  SHUFFLED_TIES("", "issues that sort alike come in another order with every page"),
  RESULT_WINDOW("10000", "offsets beyond this are refused, as since Data Center 11"),
  ANONYMOUS("", "the login is not recognised: 200 with nothing in it, or 401 where Jira insists"),
  ANONYMOUS_AFTER("20", "the login expires after this many requests"),
  RATE_HEADERS("", "every answer has Data Center's limit headers, with retry-after: 0");

  private final String example;
  private final String description;

  FaultKind(String example, String description) {
    this.example = example;
    this.description = description;
  }

  /** The name it is switched on by, such as {@code rate-limit}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The argument it has when none is given; empty when it takes none. */
  public String example() {
    return example;
  }

  /** What it does, in one line. */
  public String description() {
    return description;
  }

  /** Finds a fault by its name. */
  public static Optional<FaultKind> named(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
  }

  FaultRule rule(Argument argument, Dice dice) {
    return switch (this) {
      case LATENCY -> new Slow(argument.duration(), "");
      case SLOW_COUNT -> new Slow(argument.duration(), "/search/approximate-count");
      case RATE_LIMIT -> new RateLimit(argument.rate());
      case ERRORS_5XX -> new ServerErrors(argument.share(), dice);
      case RESET -> new Undelivered(argument.share(), dice, true);
      case TRUNCATE -> new Undelivered(argument.share(), dice, false);
      case CORRUPT_JSON -> new CorruptJson(argument.share(), dice);
      case HTML -> new LoginPage(argument.share(), dice);
      case SHORT_PAGES -> new ShortPages(argument.share(), dice, false);
      case EMPTY_PAGES -> new ShortPages(argument.share(), dice, true);
      case LOWERED_PAGES -> new LoweredPages(argument.count());
      case REPEATED_TOKEN -> new RepeatedToken();
      case LONG_PAGES -> new LongPages(argument.count());
      case STUCK_TOKEN -> new StuckToken();
      case EXPIRED_TOKEN -> new ExpiredToken(argument.positiveCount());
      case LYING_LAST -> LastFlag.ALWAYS;
      case LYING_MORE -> LastFlag.NEVER;
      case NO_LAST -> LastFlag.ABSENT;
      case INDEX_LAG -> new IndexLag(argument.duration());
      case VANISHING -> new Vanishing(argument.share(), dice);
      case HIDDEN_ISSUES -> new HiddenIssues(argument.positiveCount());
      case COUNT_OFF -> new WrongCount(argument.signedShare());
      case FUTURE_STAMPS -> new FutureStamps(argument.share(), dice);
      case CLOCK_SKEW -> new SkewedClock(argument.signedDuration(), true);
      case DATE_SKEW -> new SkewedClock(argument.signedDuration(), false);
      case LEAVING_ROWS -> new SlidingRows(argument.count(), false);
      case ENTERING_ROWS -> new SlidingRows(argument.count(), true);
      case DRIFTING_TOTAL -> new DriftingTotal(argument.count());
      case SHUFFLED_TIES -> new ShuffledTies();
      case RESULT_WINDOW -> new ResultWindow(argument.positiveCount());
      case RATE_HEADERS -> new RateHeaders();
      case EARLY_END -> new EarlyEnd(argument.count());
      case ANONYMOUS -> new LostLogin(0);
      case ANONYMOUS_AFTER -> new LostLogin(argument.count());
    };
  }
}
