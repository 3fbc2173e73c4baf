Feature: Ship notices and carriers

  Background:
    Given the rule
      """
      rule: ship-notice
      expects: SHIPPED
      due: {from: current-promise, allowance: -24h}
      """

  Scenario: Shipped in time
    Given on 2 March 10 are ordered for 20 March
    When on 17 March the supplier ships 10, expected on 19 March
    Then the line has reached ordered and shipped
    And delivered is expected on 19 March
    And the line shows
      | shipped | 10 |
    When it is 19 March 12:00
    Then there is no alert

  Scenario: Not shipped a day before the promised time
    Given on 2 March 10 are ordered for 20 March
    When it is 19 March 12:00
    Then this is the alert
      | rule        | status | deadline       |
      | ship-notice | open   | 19 March 12:00 |

  Scenario: Several ship notices for one line
    Given on 2 March 10 are ordered for 20 March
    When on 10 March the supplier ships 4
    And on 17 March the supplier ships 6
    Then shipped is dated 10 March
    And the line shows
      | shipped | 10 |

  Scenario: One ship notice for many lines
    Given on 2 March these lines are ordered
      | line | quantity | planned for |
      | 1    | 10       | 20 March    |
      | 2    | 20       | 20 March    |
      | 3    | 30       | 20 March    |
    When on 17 March the supplier ships these lines as S1 under tracking number T1
      | line | quantity |
      | 1    | 10       |
      | 3    | 30       |
    And on 18 March the carrier reports tracking number T1 as picked up
    Then line 1 has reached ordered, shipped and picked up
    And line 2 has reached ordered
    And line 3 has reached ordered, shipped and picked up

  Scenario: A ship notice is replaced
    Given on 2 March 10 are ordered for 20 March
    When on 17 March the supplier ships 10 as S1
    And on 18 March the supplier replaces ship notice S1 by one of 8
    Then shipped is dated 17 March
    And the line shows
      | shipped | 8 |

  Scenario: A ship notice is cancelled
    Given on 2 March 10 are ordered for 20 March
    When on 17 March the supplier ships 10 as S1
    And on 18 March the supplier cancels ship notice S1
    Then the line has reached ordered
    And the line shows
      | shipped | 0 |
    When it is 19 March 12:00
    Then this is the alert
      | rule        | status |
      | ship-notice | open   |

  Scenario: A ship notice of two lines is cancelled by a document that repeats none of them
    Given on 2 March these lines are ordered
      | line | quantity | planned for |
      | 1    | 10       | 20 March    |
      | 2    | 20       | 20 March    |
      | 3    | 30       | 20 March    |
    When on 17 March the supplier ships these lines as S1
      | line | quantity |
      | 1    | 10       |
      | 2    | 20       |
    And on 17 March 15:00 the supplier ships 30 of line 3 as S2
    And on 18 March the supplier cancels ship notice S1, repeating none of its lines
    Then line 1 has reached ordered
    And line 2 has reached ordered
    And line 3 has reached ordered and shipped

  Scenario: A cancellation arrives before the ship notice that it cancels
    Given on 2 March 10 are ordered for 20 March
    When on 17 March the supplier ships 10 as S1
    And on 18 March the supplier cancels ship notice S1
    And on 17 March 11:00, carried to us only on 19 March 11:00, the supplier ships 10 as S1
    And it is 19 March 12:00
    Then the line has reached ordered

  Scenario: The carrier carries it
    Given on 2 March 10 are ordered for 20 March
    And on 16 March the supplier ships 10 under tracking number T1
    When on 16 March 18:00 the carrier reports tracking number T1 as picked up
    And on 17 March the carrier reports tracking number T1 as in transit
    And on 18 March the carrier reports tracking number T1 as arrived
    And on 18 March 15:00 the carrier reports tracking number T1 as cleared by customs
    And on 19 March 08:00 the carrier reports tracking number T1 as out for delivery
    And on 19 March 12:00 the carrier reports tracking number T1 as delivered
    Then the line has reached ordered, shipped, picked up, in transit, arrived, customs cleared, out for delivery and delivered
    And delivered is dated 19 March 12:00

  Scenario: What the carrier plans or expects has not happened
    Given on 2 March 10 are ordered for 20 March
    And on 16 March the supplier ships 10 under tracking number T1, expected on 19 March
    When on 16 March 13:00 the carrier plans tracking number T1 to be picked up on 16 March 18:00
    And on 17 March the carrier expects tracking number T1 to be delivered on 21 March
    Then the line has reached ordered and shipped
    And delivered is expected on 21 March
    When on 18 March the carrier reports tracking number T1 as in transit, delivery expected on 20 March
    Then delivered is expected on 20 March

  Scenario: Delivered is not received
    Given on 2 March 10 are ordered for 20 March
    And on 16 March the supplier ships 10 under tracking number T1
    When on 19 March the carrier reports tracking number T1 as delivered
    Then the line has reached ordered, shipped and delivered
    And the line shows
      | received | 0 |

  Scenario: A carrier that says nothing is reported from its last word on
    Given the rule
      """
      rule: carrier-silence
      expects: DELIVERED
      startedBy: SHIPPED
      restartedByCarrier: true
      due: {from: start, allowance: 24h}
      """
    And on 2 March 10 are ordered for 20 March
    And on 16 March the supplier ships 10 under tracking number T1
    And on 17 March 00:00 the carrier reports tracking number T1 as picked up
    When it is 17 March 12:00
    Then there is no alert
    When it is 18 March 12:00
    Then this is the alert
      | rule            | status | deadline       |
      | carrier-silence | open   | 18 March 00:00 |
