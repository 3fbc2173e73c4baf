Feature: Sentences that do not hold, to show that each kind of sentence can fail

  Background:
    Given the rule
      """
      rule: in-full
      expects: RECEIVED
      due: {from: current-promise, endOfDay: true}
      """
    And on 2 March 10 are ordered for 20 March

  Scenario: A milestone that was not reached
    Then the line has reached ordered and received

  Scenario: A milestone that is left out
    When on 3 March the supplier confirms 10 for 20 March
    Then the line has reached ordered

  Scenario: Another time
    Then ordered is dated 2 March 12:01

  Scenario: Another promise
    Then received is planned for 21 March

  Scenario: Another quantity
    When on 20 March 5 are received
    Then the line shows
      | received | 6 |

  Scenario: An alert that nobody raised
    When it is 20 March 12:00
    Then this is the alert
      | rule    | status |
      | in-full | open   |

  Scenario: An alert that is left out
    When 21 March begins
    Then there is no alert

  Scenario: An alert with another deadline
    When 21 March begins
    Then this is the alert
      | rule    | deadline       |
      | in-full | 21 March 00:01 |

  Scenario: An alert that ends in another way
    When 21 March begins
    And on 23 March 10 are received
    Then this is the alert
      | rule    | status    |
      | in-full | retracted |

  Scenario: Somebody is notified after all
    When 21 March begins
    Then nobody is notified

  Scenario: Something is told after all
    When on 3 March the supplier confirms 10 for 20 March
    Then nothing is told

  Scenario: A request that is left out
    When on 3 March the supplier confirms 5 for 24 March
    Then Odoo is asked for nothing

  Scenario: A request with another date
    When on 3 March the supplier confirms 10 for 24 March
    Then Odoo is asked for
      | what                | value               |
      | set line date       | 2026-03-25 12:00:00 |
      | acknowledge order   |                     |
      | review sale promise | 2026-03-24 12:00:00 |

  Scenario: A refusal that nobody made
    Then what is refused is not the vendor

  @model-has-no-correlation
  Scenario: A refusal that is left out
    When on 3 March partner mallory confirms 10 for 20 March
    Then nothing is refused

  Scenario: A request that nobody makes is not answered
    When on 4 March Odoo applies what it was asked for
    Then there is no alert

  Scenario: A request that is made after all
    Given on 3 March the supplier confirms 10 for 24 March
    When on 4 March Odoo applies what it was asked for
    And on 5 March the supplier confirms 10 for 26 March
    Then Odoo is asked for nothing more

  Scenario: A conflict that is left out
    Given on 3 March the supplier confirms 10 for 24 March
    When on 4 March Odoo answers "set line date" with conflict, found 2026-03-27 12:00:00
    Then the line shows
      | conflicts | none |

  Scenario: A request that is not made again
    Given on 3 March the supplier confirms 10 for 24 March
    When on 4 March Odoo answers "set line date" with refused
    Then Odoo is also asked for
      | what          |
      | set line date |

  @model-has-no-correlation
  Scenario: A line that was never sent under the number that it is called by
    Given on 3 March the order is sent with these numbers
      | line | number |
      | 1    | 1      |
    When on 4 March the supplier confirms 10 for 24 March, naming only number 2
    And 5 March begins
    Then the line has reached ordered, sent and acknowledged
