Feature: The clock, and who may move it

  Scenario: A month that is replayed in a minute
    Given the rule
      """
      rule: acknowledgement
      expects: ACKNOWLEDGED
      due: {from: start, allowance: 48h}
      """
    And the rule
      """
      rule: in-full
      expects: RECEIVED
      due: {from: current-promise, endOfDay: true}
      warnBefore: 48h
      """
    And the rule
      """
      rule: invoice
      expects: INVOICED
      startedBy: RECEIVED
      due: {from: start, allowance: 5d}
      """
    And on 2 March these lines are ordered
      | line | quantity | planned for |
      | 1    | 10       | 12 March    |
      | 2    | 20       | 16 March    |
      | 3    | 30       | 20 March    |
    When it is 4 March 12:00
    And on 5 March the supplier confirms 10 for 12 March of line 1
    And on 5 March the supplier confirms 20 for 18 March of line 2
    And on 6 March the supplier confirms 30 for 20 March of line 3
    And on 11 March 10 are received of line 1
    And 17 March begins
    And on 17 March the supplier confirms 20 for 24 March of line 2
    And 21 March begins
    And on 19 March, written down on 21 March, 30 are received of line 3
    And 25 March begins
    And on 26 March 20 are received of line 2
    And on 27 March bill B1 is posted for 10 at 5.00 of line 1
    And it is 1 April 11:59
    Then these are the alerts
      | alert   | line | rule            | status    | deadline       | opened         | closed   |
      | breach  | 1    | acknowledgement | cleared   | 4 March 12:00  | 4 March 12:00  | 5 March  |
      | breach  | 2    | acknowledgement | cleared   | 4 March 12:00  | 4 March 12:00  | 5 March  |
      | breach  | 3    | acknowledgement | cleared   | 4 March 12:00  | 4 March 12:00  | 6 March  |
      | warning | 1    | in-full         | cleared   | 13 March 00:00 | 11 March 00:00 | 11 March |
      | breach  | 1    | invoice         | cleared   | 16 March 12:00 | 16 March 12:00 | 27 March |
      | warning | 2    | in-full         | cleared   | 19 March 00:00 | 17 March 00:00 | 17 March |
      | warning | 2    | in-full         | cleared   | 25 March 00:00 | 23 March 00:00 | 25 March 00:00 |
      | breach  | 2    | in-full         | cleared   | 25 March 00:00 | 25 March 00:00 | 26 March |
      | warning | 3    | in-full         | cleared   | 21 March 00:00 | 19 March 00:00 | 21 March 00:00 |
      | breach  | 3    | in-full         | retracted | 21 March 00:00 | 21 March 00:00 | 21 March |
      | breach  | 2    | invoice         | open      | 31 March 12:00 | 31 March 12:00 | none     |
      | breach  | 3    | invoice         | open      | 24 March 12:00 | 24 March 12:00 | none     |
    And a replay at full speed ends the same, ids included

  Scenario: A partner that is silent while the heartbeats go on is late
    Given the rule
      """
      rule: acknowledgement
      expects: ACKNOWLEDGED
      due: {from: start, allowance: 48h}
      """
    And on 2 March 10 are ordered for 20 March
    When it is 4 March 11:59
    Then there is no alert
    When it is 4 March 12:00
    Then this is the alert
      | rule            | status | opened        |
      | acknowledgement | open   | 4 March 12:00 |

  Scenario: A supplier's clock that is five minutes ahead moves nobody's clock
    Given the rule
      """
      rule: acknowledgement
      expects: ACKNOWLEDGED
      due: {from: start, allowance: 48h}
      """
    And on 2 March these lines are ordered
      | line | quantity | planned for |
      | 1    | 10       | 20 March    |
      | 2    | 20       | 20 March    |
    When on 4 March 11:57 by a clock that is 5 minutes ahead, the supplier ships 10 of line 1
    And it is 4 March 11:59
    Then shipped is dated 4 March 12:02
    And there is no alert
    When it is 4 March 12:00
    Then these are the alerts
      | line | rule            | deadline      | opened        |
      | 1    | acknowledgement | 4 March 12:00 | 4 March 12:00 |
      | 2    | acknowledgement | 4 March 12:00 | 4 March 12:00 |

  Scenario: By a clock that is five minutes ahead an answer in time is late
    Given the rule
      """
      rule: acknowledgement
      expects: ACKNOWLEDGED
      due: {from: start, allowance: 48h}
      """
    And on 2 March 10 are ordered for 20 March
    When on 4 March 11:57 by a clock that is 5 minutes ahead, the supplier confirms 10 for 20 March
    And it is 4 March 12:00
    Then this is the alert
      | rule            | status  | opened        |
      | acknowledgement | cleared | 4 March 12:00 |

  Scenario: The night in spring in which the clock is moved
    Given the rule
      """
      rule: in-full
      expects: RECEIVED
      due: {from: current-promise, endOfDay: true, zone: Europe/Berlin}
      """
    And on 2 March these lines are ordered
      | line | quantity | planned for        |
      | 1    | 10       | 28 March in Berlin |
      | 2    | 10       | 29 March in Berlin |
    When it is 30 March 12:00
    Then these are the alerts
      | line | deadline       |
      | 1    | 28 March 23:00 |
      | 2    | 29 March 22:00 |

  Scenario: The night in autumn in which the clock is moved back
    Given the rule
      """
      rule: in-full
      expects: RECEIVED
      due: {from: current-promise, endOfDay: true, zone: Europe/Berlin}
      """
    And on 2 March these lines are ordered
      | line | quantity | planned for          |
      | 1    | 10       | 24 October in Berlin |
      | 2    | 10       | 25 October in Berlin |
    When it is 26 October 12:00
    Then these are the alerts
      | line | deadline         |
      | 1    | 24 October 22:00 |
      | 2    | 25 October 23:00 |

  Scenario: Who works through the night works an hour less in spring
    Given the rule
      """
      rule: acknowledgement
      expects: ACKNOWLEDGED
      due: {from: start, allowance: 24h}
      calendar:
        zone: Europe/Berlin
        workingDays: [monday, tuesday, wednesday, thursday, friday, saturday, sunday]
      """
    And on 28 March 22:00 in Berlin 10 are ordered for 20 April
    When it is 30 March 12:00
    Then this is the alert
      | deadline                |
      | 29 March 23:00 in Berlin |

  Scenario: A weekend and a holiday do not count
    Given the rule
      """
      rule: acknowledgement
      expects: ACKNOWLEDGED
      due: {from: start, allowance: 18h}
      calendar:
        zone: Europe/Berlin
        workingDays: [monday, tuesday, wednesday, thursday, friday]
        from: 08:00
        to: 17:00
        holidays: [DE-BY]
      """
    And on 2 April 16:00 in Berlin 10 are ordered for 20 April
    When it is 8 April 16:00 in Berlin
    Then this is the alert
      | deadline                | opened                  |
      | 8 April 16:00 in Berlin | 8 April 16:00 in Berlin |

  Scenario: One feed is dead while the others flow: the clock stands and nobody is accused
    Given the rule
      """
      rule: in-full
      expects: RECEIVED
      due: {from: current-promise, endOfDay: true}
      """
    And on 2 November 10 are ordered for 20 November
    And it is 20 November 18:00
    When on 20 November 18:00 the feed of receipts falls silent
    And it is 21 November 06:00
    Then there is no alert
    When on 21 November 06:00 the feed of receipts speaks again
    And on 20 November 17:00, carried to us only on 21 November 06:30, 10 are received
    And it is 21 November 07:00
    Then there is no alert
    And nobody is notified
    And the line has reached ordered and received

  @model-has-no-feeds @operators-have-no-feeds
  Scenario: The dead feed is reported
    Given on 2 December 10 are ordered for 20 December
    And it is 20 December 18:00
    When on 20 December 18:00 the feed of receipts falls silent
    And it is 21 December 06:00
    Then the feed of receipts is reported as silent
    When on 21 December 06:00 the feed of receipts speaks again
    And it is 21 December 07:00
    Then the line has reached ordered
