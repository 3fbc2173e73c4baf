Feature: Finding the line that a partner means

  Background:
    Given the rule
      """
      rule: in-full
      expects: RECEIVED
      due: {from: current-promise, endOfDay: true}
      """

  @model-has-no-correlation
  Scenario: A supplier that numbers lines its own way is found by its item
    Given on 2 March these lines are ordered
      | line | quantity | planned for | supplier's item |
      | 1    | 10       | 20 March    | PUMP-5          |
      | 2    | 20       | 20 March    | VALVE-7         |
    When on 3 March the supplier confirms 20 for 24 March, naming only its item VALVE-7
    And 4 March begins
    Then line 1 has reached ordered
    And line 2 has reached ordered and acknowledged
    And nothing is refused

  Scenario: A supplier that gives our own id back is taken at its word
    Given on 2 March these lines are ordered
      | line | quantity | planned for | supplier's item |
      | 1    | 10       | 20 March    | PUMP-5          |
      | 2    | 20       | 20 March    | PUMP-5          |
    When on 3 March the supplier confirms 20 for 24 March, naming our id of line 2
    And 4 March begins
    Then line 1 has reached ordered
    And line 2 has reached ordered and acknowledged

  Scenario: Our item is as good as the supplier's
    Given on 2 March these lines are ordered
      | line | quantity | planned for |
      | 1    | 10       | 20 March    |
      | 2    | 20       | 20 March    |
    When on 3 March the supplier ships 20, naming only our item OI-2
    And 4 March begins
    Then line 1 has reached ordered
    And line 2 has reached ordered and shipped

  @model-has-no-correlation
  Scenario: An item that stands on two lines is refused and not guessed
    Given on 2 March these lines are ordered
      | line | quantity | planned for | supplier's item |
      | 1    | 10       | 20 March    | PUMP-5          |
      | 2    | 20       | 24 March    | PUMP-5          |
    When on 3 March the supplier confirms 20 for 24 March, naming only its item PUMP-5
    And 4 March begins
    Then what is refused is ambiguous
    And line 1 has reached ordered
    And line 2 has reached ordered

  @model-has-no-correlation
  Scenario: The second line of an item is on its way when the supplier names the item
    Given on 2 March these lines are ordered
      | line | quantity | planned for | supplier's item |
      | 1    | 10       | 20 March    | PUMP-5          |
    When on 3 March 13:00 the supplier confirms 20 for 24 March, naming only its item PUMP-5
    And on 3 March 12:00, carried to us only on 3 March 13:00, these lines are ordered
      | line | quantity | planned for | supplier's item |
      | 2    | 20       | 24 March    | PUMP-5          |
    And 4 March begins
    Then what is refused is ambiguous

  @model-has-no-correlation
  Scenario: A partner that is not the order's supplier is refused
    Given on 2 March 10 are ordered for 20 March
    When on 3 March partner mallory confirms 10 for 20 March
    And 4 March begins
    Then what is refused is not the vendor
    And the line has reached ordered
    And Odoo is asked for nothing

  Scenario: Dozens are told in pieces
    Given on 2 March 240 pieces are ordered for 20 March
    When on 3 March the supplier confirms 20 dozen for 20 March
    And on 18 March 20 dozen are received
    Then the line has reached ordered, acknowledged and received
    And the line shows
      | unit      | C62 |
      | confirmed | 240 |
      | received  | 240 |
    And Odoo is asked for
      | what              |
      | acknowledge order |

  Scenario: Kilograms are told in tonnes
    Given on 2 March 2 tonnes are ordered for 20 March
    When on 18 March 1999 kilograms are received
    Then the line has reached ordered
    When on 19 March 1 kilograms are received
    Then the line has reached ordered and received

  @model-has-no-correlation
  Scenario: Kilograms of something that is ordered by the piece are refused
    Given on 2 March 240 pieces are ordered for 20 March
    When on 3 March the supplier confirms 240 kilograms for 20 March
    And 4 March begins
    Then what is refused is unknown unit
    And the line has reached ordered

  @model-has-no-correlation
  Scenario: Everything comes before the order
    When on 2 March the supplier confirms 10 for 20 March
    And on 2 March 13:00 the supplier ships 10 as S1 under tracking number T1
    And on 2 March 14:00 the carrier reports tracking number T1 as picked up
    And on 2 March 15:00 10 are received
    And on 2 March 16:00 bill B1 is posted for 10 at 5.00
    And it is 3 March 12:00
    Then nothing is told
    When on 3 March 18:00 10 are ordered for 20 March
    And 4 March begins
    Then the line has reached ordered, acknowledged, shipped, picked up, received, invoiced, matched and closed
    And nothing is refused

  @model-has-no-correlation
  Scenario: The carrier comes before the ship notice
    Given on 2 March 10 are ordered for 20 March
    When on 16 March the carrier reports tracking number T1 as picked up
    And on 17 March the carrier reports tracking number T1 as in transit
    Then the line has reached ordered
    When on 18 March the supplier ships 10 under tracking number T1
    Then the line has reached ordered, shipped, picked up and in transit
    And picked up is dated 16 March

  @model-has-no-correlation
  Scenario: What nobody ever ordered is given up after thirty days
    When on 2 March the supplier confirms 10 for 20 March
    And on 2 March 10 are received
    And on 2 March the carrier reports tracking number T1 as picked up
    And it is 1 April 11:59
    Then nothing is refused
    When it is 1 April 12:00
    Then what is refused is unmatched, unmatched and unmatched

  Scenario: What is said of the whole order holds for every line, later ones too
    Given on 2 March these lines are ordered
      | line | quantity | planned for |
      | 1    | 10       | 20 March    |
      | 2    | 20       | 20 March    |
    When on 3 March the supplier's system accepts the order
    Then line 1 has reached ordered, sent and receipt acknowledged
    And line 2 has reached ordered, sent and receipt acknowledged

  Scenario: A yes to the whole order confirms every line as it is ordered
    Given on 2 March these lines are ordered
      | line | quantity | planned for |
      | 1    | 10       | 20 March    |
      | 2    | 20       | 22 March    |
    When on 3 March the supplier accepts the whole order
    Then line 1 has reached ordered and acknowledged
    And line 2 has reached ordered and acknowledged
    And line 1 shows
      | confirmed | 10 |
    And line 2 shows
      | confirmed | 20 |

  @model-has-no-correlation
  Scenario: A line that is added later was acknowledged with its order
    Given on 2 March these lines are ordered
      | line | quantity | planned for |
      | 1    | 10       | 20 March    |
    When on 3 March the supplier's system accepts the order
    And on 4 March these lines are ordered
      | line | quantity | planned for |
      | 2    | 20       | 20 March    |
    And it is 5 March 12:00
    Then line 2 has reached ordered, sent and receipt acknowledged

  Scenario: The same message twice is one message
    Given on 2 March 10 are ordered for 20 March
    When on 3 March the supplier confirms 10 for 24 March as A1
    And on 4 March the last message comes again
    Then nobody is notified
    And the line has reached ordered and acknowledged
    And Odoo is asked for
      | what                | value               |
      | set line date       | 2026-03-24 12:00:00 |
      | acknowledge order   |                     |
      | review sale promise | 2026-03-24 12:00:00 |

  @model-has-no-correlation
  Scenario: The supplier's own line number, and an item of ours
    Given on 2 March these lines are ordered
      | line | quantity | planned for | supplier's item |
      | 1    | 10       | 20 March    | PUMP-5          |
      | 2    | 20       | 20 March    | VALVE-7         |
    When on 3 March the supplier confirms 20 for 20 March, calling it line 70 and item VALVE-7
    And 4 March begins
    Then line 1 has reached ordered
    And line 2 has reached ordered and acknowledged

  @model-has-no-correlation
  Scenario: A line number that contradicts the item is the supplier's own
    Given on 2 March these lines are ordered
      | line | quantity | planned for | supplier's item |
      | 1    | 10       | 20 March    | PUMP-5          |
      | 2    | 20       | 20 March    | VALVE-7         |
    When on 3 March the supplier confirms 20 for 20 March, calling it line 1 and item VALVE-7
    And 4 March begins
    Then line 1 has reached ordered
    And line 2 has reached ordered and acknowledged
    And nothing is refused

  @model-has-no-correlation
  Scenario: A substitute: the number is right and nobody has the item
    Given on 2 March these lines are ordered
      | line | quantity | planned for | supplier's item |
      | 1    | 10       | 20 March    | PUMP-5          |
      | 2    | 20       | 20 March    | VALVE-7         |
    When on 3 March the supplier confirms 20 for 20 March, calling it line 2 and item VALVE-8
    And 4 March begins
    Then line 2 has reached ordered and acknowledged

  Scenario: A supplier calls a line by the number that we sent it under
    Given on 2 March these lines are ordered, which Odoo does not number
      | line | quantity | planned for | supplier's item |
      | 1    | 10       | 20 March    | PUMP-5          |
      | 2    | 20       | 20 March    | PUMP-5          |
    And on 2 March 13:00 the order is sent with these numbers
      | line | number |
      | 1    | 2      |
      | 2    | 1      |
    When on 3 March the supplier confirms 20 for 24 March, naming only number 1
    And 4 March begins
    Then line 1 has reached ordered and sent
    And line 2 has reached ordered, sent and acknowledged
    And nothing is refused

  @model-has-no-correlation
  Scenario: The supplier answers before we know that the order was sent
    Given on 2 March these lines are ordered, which Odoo does not number
      | line | quantity | planned for | supplier's item |
      | 1    | 10       | 20 March    | PUMP-5          |
      | 2    | 20       | 20 March    | PUMP-5          |
    When on 2 March 13:00 the supplier confirms 20 for 24 March, naming only number 1
    And it is 2 March 14:00
    Then line 2 has reached ordered
    And nothing is refused
    When on 2 March 15:00 the order is sent with these numbers
      | line | number |
      | 1    | 2      |
      | 2    | 1      |
    And 4 March begins
    Then line 1 has reached ordered and sent
    And line 2 has reached ordered, sent and acknowledged
    And nothing is refused

  @model-has-no-correlation
  Scenario: The numbers come before the lines, and the answer before both
    When on 2 March the supplier confirms 20 for 24 March, naming only number 1
    And on 2 March 13:00 the order is sent with these numbers
      | line | number |
      | 1    | 2      |
      | 2    | 1      |
    And it is 2 March 14:00
    Then nothing is told
    When on 2 March 15:00 these lines are ordered, which Odoo does not number
      | line | quantity | planned for | supplier's item |
      | 1    | 10       | 20 March    | PUMP-5          |
      | 2    | 20       | 20 March    | PUMP-5          |
    And 4 March begins
    Then line 1 has reached ordered and sent
    And line 2 has reached ordered, sent and acknowledged
    And nothing is refused

  @model-has-no-correlation
  Scenario: Of an order that others have sent no number is known, and the item decides
    Given on 2 March these lines are ordered, which Odoo does not number
      | line | quantity | planned for | supplier's item |
      | 1    | 10       | 20 March    | PUMP-5          |
      | 2    | 20       | 20 March    | VALVE-7         |
    When on 3 March the supplier confirms 20 for 24 March, calling it line 1 and item VALVE-7
    And on 3 March the supplier confirms 10 for 24 March, naming only number 1
    And 4 March begins
    Then line 1 has reached ordered
    And line 2 has reached ordered and acknowledged
    And nothing is refused
    When it is 2 April 12:00
    Then what is refused is unmatched

  @model-has-no-correlation
  Scenario: A supplier counts lines its own way, although we sent them under numbers
    Given on 2 March these lines are ordered, which Odoo does not number
      | line | quantity | planned for | supplier's item |
      | 1    | 10       | 20 March    | PUMP-5          |
      | 2    | 20       | 20 March    | VALVE-7         |
    And on 2 March 13:00 the order is sent with these numbers
      | line | number |
      | 1    | 1      |
      | 2    | 2      |
    When on 3 March the supplier confirms 20 for 24 March, calling it line 1 and item VALVE-7
    And 4 March begins
    Then line 1 has reached ordered and sent
    And line 2 has reached ordered, sent and acknowledged
    And nothing is refused

  @model-has-no-correlation
  Scenario: Another line's number does not choose among the lines of an item
    Given on 2 March these lines are ordered, which Odoo does not number
      | line | quantity | planned for | supplier's item |
      | 1    | 10       | 20 March    | PUMP-5          |
      | 2    | 20       | 20 March    | VALVE-7         |
      | 3    | 30       | 20 March    | VALVE-7         |
    And on 2 March 13:00 the order is sent with these numbers
      | line | number |
      | 1    | 1      |
      | 2    | 2      |
      | 3    | 3      |
    When on 3 March the supplier confirms 20 for 24 March, calling it line 1 and item VALVE-7
    And 4 March begins
    Then what is refused is ambiguous
    And line 1 has reached ordered and sent
    And line 2 has reached ordered and sent
    And line 3 has reached ordered and sent

  Scenario: A number stays with its line, whoever told it first
    Given on 2 March these lines are ordered
      | line | quantity | planned for | supplier's item |
      | 1    | 10       | 20 March    | PUMP-5          |
      | 2    | 20       | 20 March    | PUMP-5          |
    And on 2 March 13:00 the order is sent with these numbers
      | line | number |
      | 1    | 2      |
      | 2    | 1      |
    When on 3 March the supplier confirms 10 for 24 March, naming only number 1
    And 4 March begins
    Then line 1 has reached ordered, sent and acknowledged
    And line 2 has reached ordered and sent

  Scenario: A number stays with its line when the order is sent anew under others
    Given on 2 March these lines are ordered, which Odoo does not number
      | line | quantity | planned for | supplier's item |
      | 1    | 10       | 20 March    | PUMP-5          |
      | 2    | 20       | 20 March    | PUMP-5          |
    And on 2 March 13:00 the order is sent with these numbers
      | line | number |
      | 1    | 2      |
      | 2    | 1      |
    And on 2 March 14:00 the order is sent with these numbers
      | line | number |
      | 1    | 1      |
      | 2    | 2      |
    When on 3 March the supplier confirms 20 for 24 March, naming only number 1
    And 4 March begins
    Then line 1 has reached ordered and sent
    And line 2 has reached ordered, sent and acknowledged
