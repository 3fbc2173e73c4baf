Feature: The order, as the buyer changes it

  Background:
    Given the rule
      """
      rule: in-full
      expects: RECEIVED
      due: {from: current-promise, endOfDay: true}
      """

  Scenario: An order is confirmed
    Given on 2 March 10 are ordered for 20 March at 5.00
    Then the line has reached ordered
    And ordered is dated 2 March
    And received is planned for 20 March
    And the line shows
      | stage         | open          |
      | milestone     | ordered       |
      | ordered       | 10            |
      | open value    | 50            |
      | match         | pending       |
      | first promise | 20 March      |
      | next deadline | 21 March 00:00 |

  Scenario: A request for quotation is not an order yet
    Given on 2 March the buyer asks for a quotation of 10 for 20 March
    When 21 March begins
    Then the line has reached nothing
    And there is no alert
    And the line shows
      | ordered       | 10   |
      | next deadline | none |

  Scenario: A quotation becomes an order
    Given on 2 March the buyer asks for a quotation of 10 for 20 March
    When on 5 March the buyer confirms the order
    Then the line has reached ordered
    And ordered is dated 5 March

  Scenario: The buyer moves the date, and the deadline goes along
    Given on 2 March 10 are ordered for 20 March
    When on 10 March the buyer moves the date to 27 March
    And 21 March begins
    Then there is no alert
    And received is planned for 27 March
    And the line shows
      | first promise   | 20 March |
      | current promise | 27 March |
    When it is 30 March 12:00
    Then this is the alert
      | rule    | status | deadline       | opened         |
      | in-full | open   | 28 March 00:00 | 28 March 00:00 |

  Scenario: The buyer orders less, and what came is enough
    Given on 2 March 10 are ordered for 20 March
    And on 12 March 6 are received
    When on 16 March the buyer changes the quantity to 6
    Then the line has reached ordered and received
    And received is dated 12 March

  Scenario: The buyer orders more, and what came is not enough any more
    Given on 2 March 10 are ordered for 20 March
    And on 12 March 10 are received
    Then the line has reached ordered and received
    When on 16 March the buyer changes the quantity to 12
    Then the line has reached ordered
    When 21 March begins
    Then this is the alert
      | rule    | status |
      | in-full | open   |

  Scenario: The order is cancelled, and nothing is due any more
    Given on 2 March 10 are ordered for 20 March
    When on 10 March the buyer cancels the order
    Then the line has reached ordered, cancelled and closed
    And the line shows
      | stage         | cancelled |
      | next deadline | none      |
    When 21 March begins
    Then there is no alert

  Scenario: The order is cancelled when it is late already
    Given on 2 March 10 are ordered for 20 March
    When 21 March begins
    And on 25 March the buyer cancels the order
    Then this is the alert
      | rule    | status  | deadline       | closed   |
      | in-full | cleared | 21 March 00:00 | 25 March |

  Scenario: One line of two is cancelled
    Given on 2 March these lines are ordered
      | line | quantity | planned for |
      | 1    | 10       | 20 March    |
      | 2    | 20       | 20 March    |
    When on 10 March the buyer cancels line 2
    And 21 March begins
    Then line 2 has reached ordered, cancelled and closed
    And this is the alert
      | line | rule    | status |
      | 1    | in-full | open   |

  Scenario: The order is reopened, and its date counts again
    Given on 2 March 10 are ordered for 20 March
    And on 10 March the buyer cancels the order
    When on 12 March the buyer reopens the order
    Then the line has reached ordered
    And ordered is dated 2 March
    And the line shows
      | stage         | open           |
      | next deadline | 21 March 00:00 |
    When 21 March begins
    Then this is the alert
      | rule    | status |
      | in-full | open   |
